use super::*;
#[test]
#[ignore]
fn every_file() {
    let list = std::env::var("SVOD_FILES").unwrap();
    let form: Form = toml::from_str(&std::fs::read_to_string(std::env::var("SVOD_FORM").unwrap()).unwrap()).unwrap();
    let register = the_register();
    let context = Context::new(&form, &register, quarter());
    for name in std::fs::read_to_string(list).unwrap().lines() {
        eprintln!("START {name}");
        let bytes = std::fs::read(name).unwrap();
        let file = name.rsplit('/').next().unwrap();
        let t = std::time::Instant::now();
        let parcel = parcel(bytes, file);
        let r = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read(&parcel, &context)));
        match r {
            Ok(r) => {
                let v: Vec<String> = r.findings.iter().map(|f| format!("{}@{} {}", f.code, f.place.cell_in_words(), serde_json::to_string(&f.args).unwrap().chars().take(160).collect::<String>())).collect();
                eprintln!("{file}: {:?} rows {:?} {v:#?}", t.elapsed(), r.submission.as_ref().map(|s| s.rows.len()));
            }
            Err(_) => eprintln!("PANIC {file}"),
        }
    }
}
