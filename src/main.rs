//! The program: parse, run, exit code. Everything that is said to a person is in [`cli`].

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
