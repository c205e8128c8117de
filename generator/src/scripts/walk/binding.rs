//! Declarations and assignments: a value goes to names, through patterns.

use oxc_ast::ast::{
    AssignmentTarget, AssignmentTargetMaybeDefault, AssignmentTargetProperty, BindingPattern,
    BindingPatternKind,
};
use oxc_span::GetSpan;

use super::Walker;
use super::value::Value;

/// A step of a pattern.
enum Part<'k> {
    Key(&'k str),
    Element(usize),
}

impl<'a> Walker<'a> {
    /// Declares the names of a pattern.
    pub(super) fn bind(&mut self, pattern: &'a BindingPattern<'a>, value: Value<'a>) {
        self.deeper(|walker| match &pattern.kind {
            BindingPatternKind::BindingIdentifier(name) => walker.declare(&name.name, value),
            BindingPatternKind::ObjectPattern(object) => {
                for property in &object.properties {
                    let key = property.key.static_name().unwrap_or_default();
                    let member = walker.part(&value, &Part::Key(&key));
                    walker.bind(&property.value, member);
                }
                if let Some(rest) = &object.rest {
                    walker.bind(&rest.argument, value.clone());
                }
            }
            BindingPatternKind::ArrayPattern(array) => {
                for (position, element) in array.elements.iter().enumerate() {
                    if let Some(pattern) = element {
                        let element = walker.part(&value, &Part::Element(position));
                        walker.bind(pattern, element);
                    }
                }
            }
            BindingPatternKind::AssignmentPattern(assignment) => {
                let fallback = walker.value(&assignment.right);
                let value = if matches!(value, Value::Unknown) { fallback } else { value };
                walker.bind(&assignment.left, value);
            }
        });
    }

    fn part(&mut self, value: &Value<'a>, part: &Part<'_>) -> Value<'a> {
        match part {
            Part::Key(key) => self.member_of(value, key),
            Part::Element(position) => self.element_of(value, &Value::Number(*position as f64)),
        }
    }

    /// Assigns to a name, a pattern or a member.
    pub(super) fn assign_to(&mut self, target: &'a AssignmentTarget<'a>, value: Value<'a>) {
        self.deeper(|walker| match target {
            AssignmentTarget::AssignmentTargetIdentifier(name) => walker.assign(&name.name, value),
            AssignmentTarget::ObjectAssignmentTarget(object) => {
                for property in &object.properties {
                    match property {
                        AssignmentTargetProperty::AssignmentTargetPropertyIdentifier(member) => {
                            let part = walker.part(&value, &Part::Key(&member.binding.name));
                            walker.assign(&member.binding.name, part);
                        }
                        AssignmentTargetProperty::AssignmentTargetPropertyProperty(member) => {
                            let key = member.name.static_name().unwrap_or_default();
                            let part = walker.part(&value, &Part::Key(&key));
                            walker.assign_maybe(&member.binding, part);
                        }
                    }
                }
            }
            AssignmentTarget::ArrayAssignmentTarget(array) => {
                for (position, element) in array.elements.iter().enumerate() {
                    if let Some(target) = element {
                        let part = walker.part(&value, &Part::Element(position));
                        walker.assign_maybe(target, part);
                    }
                }
            }
            target => walker.assign_member(target, &value),
        });
    }

    fn assign_maybe(&mut self, target: &'a AssignmentTargetMaybeDefault<'a>, value: Value<'a>) {
        match target {
            AssignmentTargetMaybeDefault::AssignmentTargetWithDefault(inner) => {
                self.assign_to(&inner.binding, value);
            }
            target => {
                if let Some(target) = target.as_assignment_target() {
                    self.assign_to(target, value);
                }
            }
        }
    }

    /// `tests["…"] = …` is an assertion; `environment.x = …` and `globals["x"] = …` set variables.
    fn assign_member(&mut self, target: &'a AssignmentTarget<'a>, value: &Value<'a>) {
        let span = target.span();
        let (object, key) = match target {
            AssignmentTarget::StaticMemberExpression(member) => {
                (self.value(&member.object), Some(member.property.name.to_string()))
            }
            AssignmentTarget::ComputedMemberExpression(member) => {
                let key = self.value(&member.expression).text();
                (self.value(&member.object), key)
            }
            _ => return,
        };
        match (object, key) {
            (Value::Global(name), _) if name == "tests" => self.holds(value, span),
            (Value::Global(name), Some(key)) if name == "environment" || name == "globals" => {
                self.set(&key, value, span);
            }
            _ => self.used(value, span),
        }
    }
}
