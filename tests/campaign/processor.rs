//! Processor time of a program and of the processes that it waited for. Unlike the clock, it does not run while the machine
//! does something else.

use std::process::{Child, Output};
use std::time::Duration;

/// Waits for a child; its output, and its processor time with that of its own children. Zero where the system does not tell.
pub(crate) fn output_and_time(mut child: Child) -> (Output, Duration) {
    let id = child.id();
    // Both are drained at once, or a full pipe would stop the child.
    let errors = child.stderr.take().map(|mut stream| std::thread::spawn(move || read(&mut stream)));
    let stdout = child.stdout.take().map(|mut stream| read(&mut stream)).unwrap_or_default();
    let stderr = errors.map(|reading| reading.join().unwrap()).unwrap_or_default();
    stay_a_zombie(id);
    let time = of(id);
    (Output { status: child.wait().unwrap(), stdout, stderr }, time)
}

fn read(stream: &mut impl std::io::Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    bytes
}

/// Waits for the end of a child, and leaves it to be waited for again: until then the system remembers its time.
#[cfg(target_os = "linux")]
fn stay_a_zombie(id: u32) {
    use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};

    let id = Pid::from_raw(i32::try_from(id).unwrap()).unwrap();
    waitid(WaitId::Pid(id), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT).unwrap();
}

#[cfg(not(target_os = "linux"))]
fn stay_a_zombie(_: u32) {}

/// `utime`, `stime`, `cutime`, `cstime` of `proc_pid_stat(5)`, in hundredths of a second.
fn of(id: u32) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    // The name before them may hold anything but ends with the last parenthesis.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(4);
    Duration::from_millis(fields.filter_map(|ticks| ticks.parse::<u64>().ok()).sum::<u64>() * 10)
}

#[cfg(target_os = "linux")]
#[test]
fn the_time_of_a_child_and_of_its_children_is_told_and_sleep_costs_none() {
    use std::process::{Command, Stdio};

    let time_of = |script: &str| {
        let child = Command::new("sh").args(["-c", script]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        output_and_time(child.unwrap())
    };
    let busy = "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done";
    assert!(time_of(busy).1 > Duration::ZERO);
    let (output, below) = time_of(&format!("sh -c '{busy}; echo done'; sleep 0.3; true"));
    assert_eq!(output.stdout, b"done\n");
    assert!(below > Duration::ZERO);
    assert!(time_of("sleep 0.3").1 < Duration::from_millis(200));
}
