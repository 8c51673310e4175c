//! The form language as a JSON Schema, made from the Rust types. An editor completes and checks a form file with it;
//! [`super::shape`] walks a file along it, so that neither can fall behind the types.

use std::sync::LazyLock;

use serde_json::Value;

use super::Form;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    let mut schema = schemars::schema_for!(Form).to_value();
    if let Some(object) = schema.as_object_mut() {
        object.insert("title".to_owned(), "svod form".into());
    }
    schema
});

/// The JSON Schema of form files; `schemas/form.schema.json` holds it.
#[must_use]
pub fn json_schema() -> Value {
    SCHEMA.clone()
}

pub(super) fn schema() -> &'static Value {
    &SCHEMA
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test compares a committed file")]
mod tests {
    use super::*;

    #[test]
    fn the_committed_schema_is_that_of_the_types() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/form.schema.json");
        let fresh = format!("{}\n", serde_json::to_string_pretty(&json_schema()).unwrap());
        if std::env::var_os("SVOD_BLESS").is_some() {
            std::fs::write(path, &fresh).unwrap();
        }
        let committed = String::from_utf8(std::fs::read(path).unwrap()).unwrap();
        assert!(committed == fresh, "schemas/form.schema.json is stale: run this test with SVOD_BLESS=1");
    }

    #[test]
    fn every_form_that_svod_brings_follows_the_schema() {
        let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
        compiler.add_resource("form.schema.json", json_schema()).unwrap();
        let index = compiler.compile("form.schema.json", &mut schemas).unwrap();
        for id in crate::form::builtin_ids() {
            let form: Value = toml::from_str(crate::form::builtin(id).unwrap()).unwrap();
            let wrong = schemas.validate(&form, index).err().map(|error| format!("{error:#}"));
            assert_eq!(wrong, None, "{id}");
        }
    }
}
