//! Statements.

use oxc_ast::ast::{
    ForStatementInit, ForStatementLeft, FunctionBody, Statement, SwitchStatement, TryStatement,
};
use oxc_span::GetSpan;

use super::value::{Callable, Value};
use super::{Condition, Walker};

impl<'a> Walker<'a> {
    /// Declares the functions of a list of statements: they may be called before they are written.
    pub(super) fn hoist(&mut self, statements: &'a [Statement<'a>]) {
        for statement in statements {
            if let Statement::FunctionDeclaration(function) = statement
                && let Some(name) = &function.id
            {
                self.declare(&name.name, Value::Callable(Callable::Function(function)));
            }
        }
    }

    /// The statements of the function that the script was wrapped in, and whatever is behind it.
    pub(super) fn body_of(&mut self, program: &'a [Statement<'a>]) {
        for statement in program {
            match statement {
                Statement::FunctionDeclaration(function)
                    if function.id.as_ref().is_some_and(|name| name.name == "script") =>
                {
                    if let Some(body) = &function.body {
                        self.function_body(body);
                    }
                }
                other => self.statement(other),
            }
        }
    }

    pub(super) fn function_body(&mut self, body: &'a FunctionBody<'a>) {
        self.statements(&body.statements);
    }

    fn statements(&mut self, statements: &'a [Statement<'a>]) {
        self.hoist(statements);
        for statement in statements {
            self.statement(statement);
        }
    }

    pub(super) fn statement(&mut self, statement: &'a Statement<'a>) {
        self.deeper(|walker| walker.statement_here(statement));
    }

    fn statement_here(&mut self, statement: &'a Statement<'a>) {
        match statement {
            Statement::ExpressionStatement(statement) => {
                self.value(&statement.expression);
            }
            Statement::VariableDeclaration(declaration) => self.declaration(declaration),
            Statement::BlockStatement(block) => {
                self.scoped(|walker| walker.statements(&block.body));
            }
            Statement::IfStatement(statement) => {
                let condition = self.condition(&statement.test);
                self.under(condition, |walker| walker.statement(&statement.consequent));
                if let Some(alternate) = &statement.alternate {
                    let otherwise = Condition { status: None, ..condition };
                    self.under(otherwise, |walker| walker.statement(alternate));
                }
            }
            Statement::ReturnStatement(statement) => {
                let value = statement.argument.as_ref().map(|value| self.value(value));
                if let Some(returned) = self.returned.last_mut()
                    && returned.is_none()
                {
                    *returned = value;
                }
            }
            Statement::ThrowStatement(statement) => {
                self.value(&statement.argument);
            }
            Statement::TryStatement(statement) => self.try_statement(statement),
            Statement::SwitchStatement(statement) => self.switch(statement),
            Statement::LabeledStatement(statement) => self.statement(&statement.body),
            Statement::WithStatement(statement) => self.statement(&statement.body),
            _ => self.loop_statement(statement),
        }
    }

    fn declaration(&mut self, declaration: &'a oxc_ast::ast::VariableDeclaration<'a>) {
        for declarator in &declaration.declarations {
            let value = declarator.init.as_ref().map(|value| self.value(value));
            self.bind(&declarator.id, value.unwrap_or_default());
        }
    }

    fn try_statement(&mut self, statement: &'a TryStatement<'a>) {
        self.scoped(|walker| walker.statements(&statement.block.body));
        if let Some(handler) = &statement.handler {
            self.under(Condition::default(), |walker| {
                walker.scoped(|walker| walker.statements(&handler.body.body));
            });
        }
        if let Some(last) = &statement.finalizer {
            self.scoped(|walker| walker.statements(&last.body));
        }
    }

    fn switch(&mut self, statement: &'a SwitchStatement<'a>) {
        self.looked_up = false;
        let subject = self.value(&statement.discriminant);
        let variable = self.looked_up;
        for case in &statement.cases {
            let test = case.test.as_ref().map(|test| self.value(test)).unwrap_or_default();
            let status = match (&subject, test) {
                (Value::Status, Value::Number(code)) => code_of(code),
                _ => None,
            };
            self.under(Condition { status, variable }, |walker| {
                walker.scoped(|walker| walker.statements(&case.consequent));
            });
        }
    }

    fn loop_statement(&mut self, statement: &'a Statement<'a>) {
        self.scoped(|walker| match statement {
            Statement::ForStatement(statement) => {
                match &statement.init {
                    Some(ForStatementInit::VariableDeclaration(declaration)) => {
                        for declarator in &declaration.declarations {
                            // The counter takes many values.
                            walker.bind(&declarator.id, Value::Unknown);
                        }
                    }
                    Some(init) => {
                        if let Some(init) = init.as_expression() {
                            walker.value(init);
                        }
                    }
                    None => {}
                }
                if let Some(test) = &statement.test {
                    walker.condition(test);
                }
                walker.under(Condition::default(), |walker| walker.statement(&statement.body));
            }
            Statement::ForOfStatement(statement) => {
                let list = walker.value(&statement.right);
                walker.used(&list, statement.right.span());
                let element = walker.element_of(&list, &Value::Unknown);
                walker.for_each(&statement.left, element, &statement.body);
            }
            Statement::ForInStatement(statement) => {
                let object = walker.value(&statement.right);
                walker.used(&object, statement.right.span());
                walker.for_each(&statement.left, Value::Unknown, &statement.body);
            }
            Statement::WhileStatement(statement) => {
                let condition = walker.condition(&statement.test);
                walker.under(condition, |walker| walker.statement(&statement.body));
            }
            Statement::DoWhileStatement(statement) => {
                walker.statement(&statement.body);
                walker.condition(&statement.test);
            }
            _ => {}
        });
    }

    fn for_each(
        &mut self,
        left: &'a ForStatementLeft<'a>,
        element: Value<'a>,
        body: &'a Statement<'a>,
    ) {
        match left {
            ForStatementLeft::VariableDeclaration(declaration) => {
                for declarator in &declaration.declarations {
                    self.bind(&declarator.id, element.clone());
                }
            }
            left => {
                if let Some(target) = left.as_assignment_target() {
                    self.assign_to(target, element);
                }
            }
        }
        self.under(Condition::default(), |walker| walker.statement(body));
    }

    /// What holds when a test succeeds.
    pub(super) fn condition(&mut self, test: &'a oxc_ast::ast::Expression<'a>) -> Condition {
        let before = std::mem::take(&mut self.looked_up);
        let value = self.tested(test);
        let variable = std::mem::replace(&mut self.looked_up, before);
        let status = match value {
            Value::StatusIs(code) => code_of(code),
            _ => None,
        };
        Condition { status, variable }
    }

    /// The value of an expression that is only tested.
    pub(super) fn tested(&mut self, test: &'a oxc_ast::ast::Expression<'a>) -> Value<'a> {
        self.testing += 1;
        let value = self.value(test);
        self.testing -= 1;
        value
    }
}

/// A status code.
fn code_of(code: f64) -> Option<u16> {
    ((100.0..600.0).contains(&code) && code.fract() == 0.0).then_some(code as u16)
}
