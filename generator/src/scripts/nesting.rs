//! How deeply a script is nested, judged from its tokens: the parser calls itself for each level, so this is checked
//! before it runs.
//!
//! Brackets are counted by depth. Within a bracket, whatever makes the parser call itself without one (`!!!x`,
//! `a = b = c`, `x => y => z`, `a ? b : c ? d : e`, `else if`) counts until the expression or statement ends.

use super::Unreadable;

/// The deepest nesting that is parsed. Scripts that people or minifiers write stay far below.
const MOST: usize = 250;

/// Words that make the parser call itself.
const WORDS: [&str; 13] = [
    "if", "else", "for", "while", "do", "with", "typeof", "void", "delete", "await", "new",
    "yield", "async",
];

/// Checks that a script can be parsed within the stack of a thread.
pub(super) fn check(source: &str) -> Result<(), Unreadable> {
    let mut lexer = Lexer {
        rest: source,
        line: 1,
        levels: vec![Level::default()],
        last: Last::Start,
        new_line: false,
        control: false,
    };
    while lexer.step() {
        let depth: usize = lexer.levels.iter().map(|level| 1 + level.chained).sum();
        if depth > MOST {
            let reason = "it is nested too deeply".to_owned();
            return Err(Unreadable { reason, line: Some(lexer.line) });
        }
    }
    Ok(())
}

/// One pair of brackets that is open.
#[derive(Default)]
struct Level {
    closer: char,
    chained: usize,
    /// It is `(` of `if (…)` and the like.
    control: bool,
}

/// The kind of the token before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Start,
    /// An operand: a name, a literal, a closing bracket.
    Operand,
    /// `)` of `if (…)` and the like: a statement follows.
    Control,
    /// `}`: an operand or the end of a statement.
    Brace,
    /// An operator, a word such as `typeof`, an opening bracket.
    Operator,
}

struct Lexer<'a> {
    rest: &'a str,
    line: u32,
    levels: Vec<Level>,
    last: Last,
    /// A line has ended since the last token.
    new_line: bool,
    /// The last token is `if`, `for`, `while` or `with`.
    control: bool,
}

impl Lexer<'_> {
    /// Reads a token; false at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else { return false };
        match first {
            '\n' => {
                self.line += 1;
                self.new_line = true;
                self.advance(1);
            }
            _ if first.is_whitespace() => self.advance(first.len_utf8()),
            '/' if self.rest.starts_with("//") => {
                self.advance(self.rest.find('\n').unwrap_or(self.rest.len()));
            }
            '/' if self.rest.starts_with("/*") => {
                self.skip(self.rest[2..].find("*/").map_or(self.rest.len(), |at| at + 4));
            }
            '/' if self.starts_operand() => self.regex(),
            '"' | '\'' => self.string(first),
            '`' => self.template(1),
            '}' if self.level().closer == '`' => {
                self.levels.pop();
                self.template(1);
            }
            _ if is_word(first) => self.word(),
            _ => self.sign(first),
        }
        true
    }

    /// Whether an operand follows, so that `/` starts a regular expression.
    fn starts_operand(&self) -> bool {
        matches!(self.last, Last::Operator | Last::Start | Last::Control)
    }

    fn level(&mut self) -> &mut Level {
        if self.levels.is_empty() {
            self.levels.push(Level::default());
        }
        let last = self.levels.len() - 1;
        &mut self.levels[last]
    }

    fn advance(&mut self, bytes: usize) {
        self.rest = &self.rest[bytes..];
    }

    fn skip(&mut self, bytes: usize) {
        self.line += self.rest[..bytes].bytes().filter(|byte| *byte == b'\n').count() as u32;
        self.advance(bytes);
    }

    fn word(&mut self) {
        let length = self.rest.find(|c| !is_word(c)).unwrap_or(self.rest.len());
        let word = &self.rest[..length];
        let recursive = WORDS.contains(&word);
        // A word after `}` or on a new line starts a statement, unless it goes on with the one before.
        let ended = self.last == Last::Brace || (self.new_line && self.last == Last::Operand);
        if ended && !matches!(word, "else" | "catch" | "finally" | "while" | "in" | "of") {
            self.level().chained = 0;
        }
        if recursive {
            self.level().chained += 1;
        }
        let operator = recursive || matches!(word, "return" | "case" | "throw" | "in" | "of");
        self.last = if operator { Last::Operator } else { Last::Operand };
        self.new_line = false;
        self.control = matches!(word, "if" | "for" | "while" | "with");
        self.advance(length);
    }

    fn string(&mut self, quote: char) {
        let mut escaped = false;
        let end = self.rest.char_indices().skip(1).find(|&(_, c)| {
            let ends = !escaped && (c == quote || c == '\n');
            escaped = !escaped && c == '\\';
            ends
        });
        self.skip(end.map_or(self.rest.len(), |(at, c)| at + c.len_utf8()));
        self.last = Last::Operand;
    }

    /// Text of a template up to its end or to `${`, which opens a level.
    fn template(&mut self, start: usize) {
        let mut escaped = false;
        let mut before = ' ';
        let text = self.rest[start..].char_indices();
        let end = text.into_iter().find(|&(_, c)| {
            let ends = !escaped && (c == '`' || (c == '{' && before == '$'));
            before = if escaped { ' ' } else { c };
            escaped = !escaped && c == '\\';
            ends
        });
        self.skip(end.map_or(self.rest.len(), |(at, _)| start + at + 1));
        self.last = Last::Operand;
        if end.is_some_and(|(_, c)| c == '{') {
            self.levels.push(Level { closer: '`', ..Level::default() });
            self.last = Last::Operator;
        }
    }

    fn regex(&mut self) {
        let (mut escaped, mut class) = (false, false);
        let end = self.rest.char_indices().skip(1).find(|&(_, c)| {
            let ends = c == '\n' || (!escaped && !class && c == '/');
            class = if escaped { class } else { c == '[' || (class && c != ']') };
            escaped = !escaped && c == '\\';
            ends
        });
        self.skip(end.map_or(self.rest.len(), |(at, _)| at + 1));
        self.last = Last::Operand;
    }

    fn sign(&mut self, sign: char) {
        let prefix = self.starts_operand();
        let control = std::mem::take(&mut self.control);
        self.new_line = false;
        self.last = Last::Operator;
        let mut length = sign.len_utf8();
        match sign {
            '(' => self.levels.push(Level { closer: ')', chained: 0, control }),
            '[' => self.levels.push(Level { closer: ']', ..Level::default() }),
            '{' => self.levels.push(Level { closer: '}', ..Level::default() }),
            ')' | ']' | '}' => self.close(sign),
            ';' | ',' => {
                self.level().chained = 0;
                self.last = Last::Start;
            }
            '=' | '!' | '<' | '>' | '?' => {
                let operator = self.rest.find(|c| !"=!<>?".contains(c)).unwrap_or(self.rest.len());
                let arrow = self.rest.starts_with("=>");
                length = if operator == 2 || operator == 3 { operator } else { 1 };
                let chains = arrow || (length == 1 && "=!?".contains(sign));
                self.level().chained += usize::from(chains);
            }
            ':' | '~' => self.level().chained += 1,
            '+' | '-' | '*' if prefix => self.level().chained += 1,
            '#' | '@' | '\\' => self.last = Last::Operand,
            _ => {}
        }
        self.advance(length);
    }

    fn close(&mut self, sign: char) {
        let matches = self.level().closer == sign;
        let control = matches && self.levels.pop().is_some_and(|level| level.control);
        self.last = match sign {
            '}' => Last::Brace,
            _ if control => Last::Control,
            _ => Last::Operand,
        };
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}
