use serde_json::Value as Json;

use super::*;
use crate::publish::fixture;
use crate::words::Language;

fn written(language: Language) -> Vec<Artifact> {
    let (data, form, register) = (fixture::consolidated(), fixture::form(), fixture::register());
    package(&fixture::subject(&data, &form, &register, language)).unwrap()
}

fn rows(artifact: &Artifact) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(artifact.bytes.as_slice());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_package_is_a_folder_with_a_description_and_three_tables() {
    let written = written(Language::Ru);
    let names: Vec<_> = written.iter().map(|artifact| artifact.name.as_str()).collect();
    assert_eq!(names, ["data/datapackage.json", "data/events.csv", "data/sources.csv", "data/institutions.csv"]);
}

#[test]
fn every_event_is_a_row_and_every_row_has_every_column() {
    let written = written(Language::Ru);
    let package: Json = serde_json::from_slice(&written[0].bytes).unwrap();
    for (at, table) in written[1..].iter().enumerate() {
        let fields = package["resources"][at]["schema"]["fields"].as_array().unwrap();
        let rows = rows(table);
        let names: Vec<_> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(rows[0], names);
        assert_eq!(package["resources"][at]["bytes"], table.bytes.len());
    }
    assert_eq!(rows(&written[1]).len(), 1 + fixture::consolidated().events.len());
}

#[test]
fn text_that_a_spreadsheet_would_run_has_an_apostrophe_before_it() {
    let cells: Vec<String> = written(Language::Ru)[1..].iter().flat_map(rows).flatten().collect();
    assert!(cells.iter().any(|cell| cell.starts_with("'=ССЫЛКА(")));
    assert!(!cells.iter().any(|cell| cell.starts_with(['=', '@', '+'])));
}

#[test]
fn fields_have_the_types_and_keys_of_the_form() {
    let package: Json = serde_json::from_slice(&written(Language::Ru)[0].bytes).unwrap();
    let fields = package["resources"][0]["schema"]["fields"].as_array().unwrap();
    let field = |name: &str| fields.iter().find(|field| field["name"] == name).unwrap();
    assert_eq!(field("start")["type"], "date");
    assert_eq!(field("title")["constraints"]["required"], true);
    assert_eq!(field("section")["constraints"]["enum"].as_array().unwrap().len(), 6);
    assert_eq!(field("place")["title"], "Место проведения");
}

#[test]
fn the_same_input_gives_the_same_bytes_and_only_words_differ_between_languages() {
    assert_eq!(written(Language::Ru), written(Language::Ru));
    let (russian, english) = (written(Language::Ru), written(Language::En));
    assert_eq!(russian[3].bytes, english[3].bytes);
}

#[test]
fn a_column_of_ours_gives_way_to_a_field_of_the_form() {
    let (data, mut form, register) = (fixture::consolidated(), fixture::form(), fixture::register());
    form.table.fields[2].key = crate::record::FieldKey::new("number");
    let written = package(&fixture::subject(&data, &form, &register, Language::Ru)).unwrap();
    let heading = rows(&written[1]).remove(0);
    assert!(heading.contains(&"number".to_owned()) && heading.contains(&"number_".to_owned()));
    let described: Json = serde_json::from_slice(&written[0].bytes).unwrap();
    assert_eq!(described["resources"][1]["schema"]["foreignKeys"][0]["reference"]["fields"], "number_");
}
