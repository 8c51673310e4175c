form-syntax = This is not sound TOML: { $said }
