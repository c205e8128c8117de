//! Expressions.

use oxc_ast::ast::{
    ArrayExpressionElement, BinaryExpression, BinaryOperator, ChainElement, Expression,
    LogicalExpression, LogicalOperator, ObjectExpression, ObjectPropertyKind, UnaryExpression,
    UnaryOperator,
};
use oxc_span::GetSpan;

use super::super::JsonType;
use super::value::{Callable, Value};
use super::{Condition, Walker};

impl<'a> Walker<'a> {
    /// What is known of the value of an expression.
    pub(super) fn value(&mut self, expression: &'a Expression<'a>) -> Value<'a> {
        self.deeper(|walker| walker.value_here(expression))
    }

    fn value_here(&mut self, expression: &'a Expression<'a>) -> Value<'a> {
        match expression {
            Expression::StringLiteral(text) => Value::Text(text.value.to_string()),
            Expression::NumericLiteral(number) => Value::Number(number.value),
            Expression::BooleanLiteral(boolean) => Value::Constant(boolean.value.into()),
            Expression::NullLiteral(_) => Value::Constant(serde_json::Value::Null),
            Expression::Identifier(name) => self.named(&name.name),
            Expression::StaticMemberExpression(member) => {
                let object = self.value(&member.object);
                self.member_here(&object, &member.property.name, member.span)
            }
            Expression::ComputedMemberExpression(member) => {
                let object = self.value(&member.object);
                let key = self.value(&member.expression);
                self.element_of(&object, &key)
            }
            Expression::ChainExpression(chain) => self.chain(&chain.expression),
            Expression::CallExpression(call) => self.call(call),
            Expression::NewExpression(new) => self.construct(new),
            Expression::AwaitExpression(inner) => self.value(&inner.argument),
            Expression::AssignmentExpression(assignment) => {
                let value = self.value(&assignment.right);
                self.assign_to(&assignment.left, value.clone());
                value
            }
            Expression::ArrowFunctionExpression(arrow) => Value::Callable(Callable::Arrow(arrow)),
            Expression::FunctionExpression(function) => {
                Value::Callable(Callable::Function(function))
            }
            _ => self.compound(expression),
        }
    }

    fn compound(&mut self, expression: &'a Expression<'a>) -> Value<'a> {
        match expression {
            Expression::ParenthesizedExpression(inner) => self.value(&inner.expression),
            Expression::TemplateLiteral(template) => {
                if template.expressions.is_empty() {
                    let text = template.quasis.first().and_then(|text| text.value.cooked);
                    return Value::Text(text.map(|text| text.to_string()).unwrap_or_default());
                }
                let mut values = Vec::new();
                for part in &template.expressions {
                    let value = self.value(part);
                    self.used(&value, part.span());
                    values.push(value);
                }
                Value::derived(&values.iter().collect::<Vec<_>>())
            }
            Expression::BinaryExpression(binary) => self.binary(binary),
            Expression::LogicalExpression(logical) => self.logical(logical),
            Expression::UnaryExpression(unary) => self.unary(unary),
            Expression::ConditionalExpression(conditional) => {
                let condition = self.condition(&conditional.test);
                let first = self.under(condition, |walker| walker.value(&conditional.consequent));
                let second = self.under(condition, |walker| walker.value(&conditional.alternate));
                if matches!(first, Value::Json(_)) || !matches!(second, Value::Json(_)) {
                    first
                } else {
                    second
                }
            }
            Expression::SequenceExpression(sequence) => {
                let values = sequence.expressions.iter().map(|part| self.value(part));
                values.last().unwrap_or_default()
            }
            Expression::ArrayExpression(array) => {
                let elements = array.elements.iter().filter_map(|element| match element {
                    ArrayExpressionElement::SpreadElement(spread) => {
                        Some(self.value(&spread.argument))
                    }
                    element => element.as_expression().map(|element| self.value(element)),
                });
                Value::Array(elements.collect())
            }
            Expression::ObjectExpression(object) => self.object(object),
            _ => Value::Unknown,
        }
    }

    fn chain(&mut self, element: &'a ChainElement<'a>) -> Value<'a> {
        match element {
            ChainElement::CallExpression(call) => self.call(call),
            ChainElement::StaticMemberExpression(member) => {
                let object = self.value(&member.object);
                self.member_here(&object, &member.property.name, member.span)
            }
            ChainElement::ComputedMemberExpression(member) => {
                let object = self.value(&member.object);
                let key = self.value(&member.expression);
                self.element_of(&object, &key)
            }
            _ => Value::Unknown,
        }
    }

    fn object(&mut self, object: &'a ObjectExpression<'a>) -> Value<'a> {
        let mut members = Vec::new();
        for property in &object.properties {
            match property {
                ObjectPropertyKind::ObjectProperty(property) => {
                    let value = self.value(&property.value);
                    let key = match &property.key {
                        key if property.computed => {
                            key.as_expression().and_then(|key| self.value(key).text())
                        }
                        key => key.static_name().map(std::borrow::Cow::into_owned),
                    };
                    members.extend(key.map(|key| (key, value)));
                }
                ObjectPropertyKind::SpreadProperty(spread) => {
                    if let Value::Object(inner) = self.value(&spread.argument) {
                        members.extend(inner);
                    }
                }
            }
        }
        Value::Object(members)
    }

    fn binary(&mut self, binary: &'a BinaryExpression<'a>) -> Value<'a> {
        let left = self.value(&binary.left);
        let right = self.value(&binary.right);
        if matches!(binary.operator, BinaryOperator::StrictEquality | BinaryOperator::Equality) {
            return self.equality(left, right);
        }
        if matches!(
            binary.operator,
            BinaryOperator::StrictInequality | BinaryOperator::Inequality | BinaryOperator::In
        ) {
            return Value::Unknown;
        }
        self.used(&left, binary.left.span());
        self.used(&right, binary.right.span());
        match (&left, &right, binary.operator) {
            (Value::Text(_), _, BinaryOperator::Addition)
            | (_, Value::Text(_), BinaryOperator::Addition) => match (left.text(), right.text()) {
                (Some(left), Some(right)) if left.len() + right.len() < 4096 => {
                    Value::Text(left + &right)
                }
                _ => Value::derived(&[&left, &right]),
            },
            _ => Value::derived(&[&left, &right]),
        }
    }

    fn equality(&mut self, left: Value<'a>, right: Value<'a>) -> Value<'a> {
        let (subject, other) = match &left {
            Value::Status | Value::TypeOf(_) | Value::Json(_) => (left, right),
            _ => (right, left),
        };
        match (subject, other) {
            (Value::Status, Value::Number(code)) => Value::StatusIs(code),
            (Value::TypeOf(path), Value::Text(name)) => match name.as_str() {
                "string" => Value::HasType(path, JsonType::String),
                "number" => Value::HasType(path, JsonType::Number),
                "boolean" => Value::HasType(path, JsonType::Boolean),
                "object" => Value::HasType(path, JsonType::Object),
                _ => Value::Unknown,
            },
            (Value::Json(path), other) => match other.literal() {
                Some(literal) if !literal.is_null() => Value::Equals(path, literal),
                _ => Value::Unknown,
            },
            _ => Value::Unknown,
        }
    }

    fn logical(&mut self, logical: &'a LogicalExpression<'a>) -> Value<'a> {
        let and = logical.operator == LogicalOperator::And;
        let (left, condition) = if and {
            let before = std::mem::take(&mut self.looked_up);
            let left = self.tested(&logical.left);
            let variable = self.looked_up;
            self.looked_up |= before;
            (left, Condition { variable, ..Condition::default() })
        } else {
            (self.value(&logical.left), Condition::default())
        };
        let right = self.under(condition, |walker| walker.value(&logical.right));
        match (left, right) {
            (Value::StatusIs(code), _) | (_, Value::StatusIs(code)) if and => Value::StatusIs(code),
            // Of several statuses that are allowed none is the one.
            (Value::StatusIs(_), Value::StatusIs(_)) => Value::Unknown,
            (left, Value::Unknown) => left,
            (_, right) if and => right,
            (Value::Unknown, right) => right,
            (left, right @ Value::Json(_)) if !matches!(left, Value::Json(_)) => right,
            (left, _) => left,
        }
    }

    fn unary(&mut self, unary: &'a UnaryExpression<'a>) -> Value<'a> {
        match unary.operator {
            UnaryOperator::Typeof => match self.tested(&unary.argument) {
                Value::Json(path) => Value::TypeOf(path),
                _ => Value::Unknown,
            },
            UnaryOperator::LogicalNot => {
                self.tested(&unary.argument);
                Value::Unknown
            }
            UnaryOperator::UnaryNegation => match self.value(&unary.argument) {
                Value::Number(number) => Value::Number(-number),
                value => Value::derived(&[&value]),
            },
            UnaryOperator::UnaryPlus => self.value(&unary.argument),
            _ => {
                self.value(&unary.argument);
                Value::Unknown
            }
        }
    }

    /// A name: a variable of the script, or a global of the sandbox.
    fn named(&mut self, name: &str) -> Value<'a> {
        if let Some(value) = self.lookup(name) {
            return value.clone();
        }
        match name {
            "undefined" | "NaN" | "Infinity" => Value::Unknown,
            "responseBody" => Value::Body,
            name => Value::Global(name.to_owned()),
        }
    }
}
