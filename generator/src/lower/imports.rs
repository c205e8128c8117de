//! Shared types that an endpoint's file names beyond its fields and models: in constructors and in the way through pages.

use std::collections::BTreeSet;

use crate::rust::{Endpoint, Model};

/// Adds them to the imports of each endpoint. A type of the endpoint's own hides a shared one of its name.
pub fn complete(endpoints: &mut [Endpoint], shared: &[Model]) {
    let shared: BTreeSet<&str> = shared.iter().map(|model| model.name.as_str()).collect();
    for endpoint in endpoints {
        let own = |name: &str| endpoint.models.iter().any(|model| model.name == name);
        let imports = std::mem::take(&mut endpoint.imports);
        let mut named: BTreeSet<String> = imports.into_iter().filter(|name| !own(name)).collect();
        let mut visit = |name: &str| {
            if shared.contains(name) && !own(name) {
                named.insert(name.to_owned());
            }
        };
        for preset in &endpoint.presets {
            let settings = preset.settings.iter().map(|(_, value)| value);
            preset
                .arguments
                .iter()
                .flatten()
                .chain(settings)
                .for_each(|value| value.names(&mut visit));
        }
        endpoint.paging.iter().for_each(|paging| paging.item.names(&mut visit));
        endpoint.imports.extend(named);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rust::{Expression, ModelKind, Paging, Preset, Role, Type, Way};

    fn model(name: &str) -> Model {
        Model {
            name: name.to_owned(),
            docs: String::new(),
            kind: ModelKind::Struct { fields: Vec::new(), role: Role::Request },
        }
    }

    #[test]
    fn constructors_bring_what_they_name() {
        let inner = |name: &str| {
            ("x".to_owned(), Expression::Build(name.to_owned(), Vec::new(), Vec::new()))
        };
        let body =
            Expression::Build("Body".to_owned(), Vec::new(), vec![inner("Shared"), inner("Own")]);
        let preset = Preset {
            name: "one".to_owned(),
            docs: String::new(),
            arguments: vec![Some(body)],
            settings: Vec::new(),
        };
        let models = vec![model("Body"), model("Own")];
        let mut endpoints = [Endpoint {
            presets: vec![preset],
            models,
            imports: vec!["Used".to_owned()],
            ..Endpoint::default()
        }];
        complete(&mut endpoints, &[model("Shared"), model("Own"), model("Unused"), model("Used")]);
        assert_eq!(endpoints[0].imports, ["Shared", "Used"]);
    }
    #[test]
    fn pages_bring_what_they_hold() {
        let pages_of = |item: &str| Paging {
            list: Vec::new(),
            item: Type::Named(item.to_owned()),
            way: Way::LinkAddress,
        };
        let endpoint = |item: &str| Endpoint {
            paging: Some(pages_of(item)),
            models: vec![model("Own")],
            ..Endpoint::default()
        };
        let mut endpoints = [endpoint("Own"), endpoint("Shared")];
        complete(&mut endpoints, &[model("Own"), model("Shared")]);
        assert_eq!(endpoints[0].imports, Vec::<String>::new());
        assert_eq!(endpoints[1].imports, ["Shared"]);
    }
}
