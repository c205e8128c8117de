//! Calls: of the script's own functions, of methods, of the sandbox.

use oxc_ast::ast::{Argument, CallExpression, Expression, NewExpression};
use oxc_span::{GetSpan, Span};

use super::Walker;
use super::value::{Callable, Value};

/// Functions and methods that return their argument in another form, or the same value.
const SAME: [&str; 12] = [
    "String",
    "Number",
    "parseInt",
    "parseFloat",
    "Boolean",
    "JSON.stringify",
    "toString",
    "trim",
    "valueOf",
    "toFixed",
    "Promise.resolve",
    "Object.freeze",
];

impl<'a> Walker<'a> {
    pub(super) fn call(&mut self, call: &'a CallExpression<'a>) -> Value<'a> {
        self.deeper(|walker| walker.call_here(call))
    }

    fn call_here(&mut self, call: &'a CallExpression<'a>) -> Value<'a> {
        let span = call.span;
        let method = match &call.callee {
            Expression::StaticMemberExpression(member) => {
                Some((&member.object, member.property.name.to_string()))
            }
            Expression::ComputedMemberExpression(member) => {
                self.value(&member.expression).text().map(|name| (&member.object, name))
            }
            Expression::ChainExpression(chain) => match &chain.expression {
                oxc_ast::ast::ChainElement::StaticMemberExpression(member) => {
                    Some((&member.object, member.property.name.to_string()))
                }
                _ => None,
            },
            _ => None,
        };
        let Some((object, name)) = method else {
            let callee = self.value(&call.callee);
            let arguments = self.arguments(&call.arguments);
            return match callee {
                Value::Callable(callable) => self.invoke(callable, arguments),
                Value::Global(name) => self.global_call(&name, arguments, span),
                Value::Expect(expect) => self.expect_call(&expect, &arguments, span),
                _ => self.unknown_call(&arguments, span),
            };
        };
        let object = self.value(object);
        self.method(&object, &name, &call.arguments, span)
    }

    fn method(
        &mut self,
        object: &Value<'a>,
        name: &str,
        arguments: &'a [Argument<'a>],
        span: Span,
    ) -> Value<'a> {
        let arguments = self.arguments(arguments);
        match object {
            Value::Global(global) if name == "expect" && global == "pm" => {
                let subject = arguments.into_iter().next().unwrap_or_default();
                self.start_expecting(subject, "")
            }
            Value::Global(global) => {
                let name = format!("{global}.{name}");
                match self.global_member_call(global, &name, &arguments, span) {
                    Some(value) => value,
                    None => self.global_call(&name, arguments, span),
                }
            }
            Value::Expect(expect) => {
                let mut expect = expect.clone();
                expect.word = name.to_owned();
                self.expect_call(&expect, &arguments, span)
            }
            Value::Json(_) | Value::Array(_) => self.list_method(object, name, arguments, span),
            Value::Object(_) => match object.member(name) {
                Some(Value::Callable(callable)) => self.invoke(*callable, arguments),
                _ => self.unknown_call(&arguments, span),
            },
            Value::Callable(callable) if matches!(name, "call" | "apply") => {
                self.invoke(*callable, arguments.into_iter().skip(1).collect())
            }
            Value::Digest(_) | Value::Time | Value::Random | Value::Variable(_) => {
                self.unknown_call(&arguments, span);
                object.clone()
            }
            _ if SAME.contains(&name) => object.clone(),
            _ => {
                let rest = self.unknown_call(&arguments, span);
                Value::derived(&[object, &rest])
            }
        }
    }

    pub(super) fn arguments(&mut self, arguments: &'a [Argument<'a>]) -> Vec<Value<'a>> {
        let values = arguments.iter().map(|argument| match argument {
            Argument::SpreadElement(spread) => self.value(&spread.argument),
            argument => argument.as_expression().map(|value| self.value(value)).unwrap_or_default(),
        });
        values.collect()
    }

    /// Calls a function of the script.
    pub(super) fn invoke(
        &mut self,
        callable: Callable<'a>,
        arguments: Vec<Value<'a>>,
    ) -> Value<'a> {
        self.deeper(|walker| {
            let (parameters, body, expression) = match callable {
                Callable::Function(function) => (&function.params, function.body.as_ref(), false),
                Callable::Arrow(arrow) => (&arrow.params, Some(&arrow.body), arrow.expression),
            };
            let Some(body) = body else { return Value::Unknown };
            let testing = std::mem::take(&mut walker.testing);
            walker.returned.push(None);
            let value = walker.scoped(|walker| {
                let mut arguments = arguments.into_iter();
                for parameter in &parameters.items {
                    walker.bind(&parameter.pattern, arguments.next().unwrap_or_default());
                }
                match body.statements.first() {
                    Some(oxc_ast::ast::Statement::ExpressionStatement(only)) if expression => {
                        Some(walker.value(&only.expression))
                    }
                    _ => {
                        walker.function_body(body);
                        None
                    }
                }
            });
            walker.testing = testing;
            let returned = walker.returned.pop().flatten();
            value.or(returned).unwrap_or_default()
        })
    }

    /// A call of something unknown: it may use its arguments and call those that are functions.
    pub(super) fn unknown_call(&mut self, arguments: &[Value<'a>], span: Span) -> Value<'a> {
        for argument in arguments {
            self.used(argument, span);
            if let Value::Callable(callable) = argument {
                self.invoke(*callable, Vec::new());
            }
        }
        Value::derived(&arguments.iter().collect::<Vec<_>>())
    }

    /// A call of a function that the sandbox has.
    fn global_call(&mut self, name: &str, arguments: Vec<Value<'a>>, span: Span) -> Value<'a> {
        if let Some(value) = self.sandbox(name, &arguments, span) {
            return value;
        }
        if let Some(value) = self.digest(name, &arguments, span) {
            return value;
        }
        if SAME.contains(&name) {
            return arguments.into_iter().next().unwrap_or_default();
        }
        match name {
            "Date.now" | "_.now" => Value::Time,
            "Math.random" | "uuid.v4" | "uuid" | "crypto.randomUUID" | "_.random" => Value::Random,
            _ => self.unknown_call(&arguments, span),
        }
    }

    pub(super) fn construct(&mut self, new: &'a NewExpression<'a>) -> Value<'a> {
        let callee = self.value(&new.callee);
        let arguments = self.arguments(&new.arguments);
        let Value::Global(name) = callee else {
            return self.unknown_call(&arguments, new.span());
        };
        match name.as_str() {
            "Date" | "moment" => Value::Time,
            "Error" | "RegExp" | "Promise" => self.unknown_call(&arguments, new.span()),
            _ => match self.digest(&name, &arguments, new.span()) {
                Some(digest) => digest,
                None => {
                    self.unknown_call(&arguments, new.span());
                    Value::Global(name)
                }
            },
        }
    }
}
