//! Variables of collections, URL paths and environments.

use serde_json::Value;

use crate::json::Json;
use crate::postman::{Environment, Variable};
use crate::read::members::{Members, Reader};

impl Reader {
    /// `variable`, which older files call `variables`.
    pub(in crate::read) fn variables(&mut self, members: &mut Members) -> Vec<Variable> {
        let key = if members.is_truthy("variable") { "variable" } else { "variables" };
        self.variable_list(members, key)
    }

    /// An environment or globals export.
    pub(in crate::read) fn environment(&mut self, mut members: Members) -> Environment {
        Environment {
            name: self.text(&mut members, "name").unwrap_or_default(),
            globals: self
                .text(&mut members, "_postman_variable_scope")
                .is_some_and(|scope| scope == "globals"),
            variables: self.variable_list(&mut members, "values"),
        }
    }

    fn variable_list(&mut self, members: &mut Members, key: &str) -> Vec<Variable> {
        self.objects(members, key).into_iter().map(|variable| self.variable(variable)).collect()
    }

    fn variable(&mut self, mut members: Members) -> Variable {
        let key = self.text(&mut members, "key").filter(|key| !key.is_empty());
        let kind = self.text(&mut members, "type");
        Variable {
            key: key.or_else(|| self.text(&mut members, "id")),
            value: members.take("value").map(Value::from),
            disabled: members.is_truthy("disabled")
                || members.take("enabled") == Some(Json::Boolean(false)),
            secret: members.is_truthy("secret") || kind.as_deref() == Some("secret"),
            description: self.description(&mut members),
            kind,
            place: members.place,
        }
    }
}
