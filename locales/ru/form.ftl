form-syntax = Файл не разобрать как TOML: { $said }
