//! Scripts and their facts.

use super::*;

fn read(source: &str) -> Facts {
    let (facts, unreadable) = facts(source);
    assert_eq!(unreadable, None, "{source}");
    facts
}

/// Each variable with its path, as `name=path`.
fn sets(source: &str) -> Vec<String> {
    let set = |set: &SetVariable| match &set.source {
        Source::Response(path) => format!("{}={path}", set.name),
        other => format!("{}={other:?}", set.name),
    };
    read(source).sets.iter().map(set).collect()
}

fn reads(source: &str) -> Vec<String> {
    read(source).reads.iter().map(|read| read.path.to_string()).collect()
}

fn statuses(source: &str) -> Vec<u16> {
    read(source).statuses.iter().map(|status| status.code).collect()
}

#[test]
fn follows_values_to_variables() {
    let cases = [
        ("pm.environment.set('id', pm.response.json().id);", "id=id"),
        ("const j = pm.response.json(); pm.globals.set(\"id\", j.items[0].id)", "id=items[0].id"),
        (
            "const { data: { token } } = pm.response.json(); pm.variables.set('t', token)",
            "t=data.token",
        ),
        ("let [first] = pm.response.json(); pm.environment.set('f', first.id)", "f=[0].id"),
        (
            "var d = JSON.parse(responseBody); postman.setEnvironmentVariable('x', d['a b'])",
            "x=[\"a b\"]",
        ),
        (
            "var d; try { d = JSON.parse(responseBody) } catch (e) {}; !d && (d = {}); pm.environment.set('x', d.y)",
            "x=y",
        ),
        ("const j = pm.response.json(); pm.environment.set('x', j?.a?.b ?? 'none')", "x=a.b"),
        ("function save(n, v) { pm.environment.set(n, v) } save('x', pm.response.json().a)", "x=a"),
        (
            "const get = () => pm.response.json(); const id = (b) => b.user.id; pm.environment.set('x', id(get()))",
            "x=user.id",
        ),
        (
            "const j = pm.response.json(); if (pm.response.code === 200) { pm.environment.set('x', String(j.id)) }",
            "x=id",
        ),
        (
            "pm.test('saves', () => { const r = pm.response.json(); pm.environment.set('x', r.result.Ticket) })",
            "x=result.Ticket",
        ),
        ("pm.response.json().list.forEach(e => { pm.environment.set('x', e.id) })", "x=list[*].id"),
        (
            "const one = pm.response.json().list.find(e => e.ok); pm.environment.set('x', one.id)",
            "x=list[*].id",
        ),
        ("for (const e of pm.response.json()) pm.environment.set('x', e.id)", "x=[*].id"),
        (
            "const j = pm.response.json(); for (let i = 0; i < j.length; i++) { pm.environment.set('x', j[i].id) }",
            "x=[*].id",
        ),
        (
            "const ids = pm.response.json().map(e => e.id); pm.environment.set('x', ids[0])",
            "x=[*].id",
        ),
        ("pm.environment.set('x', _.get(pm.response.json(), 'a.b[0]'))", "x=a.b[0]"),
        (
            "let j = pm.response.json(); j = j.length > 0 && j[0]; if (j.id) postman.setEnvironmentVariable('x', j.id)",
            "x=[0].id",
        ),
        ("return pm.environment.set('x', (await pm.response.json()).id)", "x=id"),
        ("pm.environment.set('x', pm.response.headers.get('Location'))", "x=Header(\"Location\")"),
        ("pm.environment.set('x', 'Bearer ' + pm.response.json().t)", "x=Computed"),
        ("pm.sendRequest(r, (e, s) => { pm.environment.set('x', s.json().t) })", "x=SentByScript"),
        ("pm.environment.set('x', Date.now())", "x=Time"),
        ("pm.environment.set('x', 'a' + 1)", "x=Literal(\"a1\")"),
        ("environment.x = 5", "x=Literal(\"5\")"),
        ("pm.globals.set('x', pm.environment.get('y'))", "x=Variable(\"y\")"),
    ];
    for (source, expected) in cases {
        assert_eq!(sets(source), [expected], "{source}");
    }
}

#[test]
fn finds_asserted_statuses() {
    assert_eq!(statuses("pm.response.to.have.status(201)"), [201]);
    assert_eq!(statuses("pm.response.to.have.status('Created')"), [201]);
    assert_eq!(statuses("tests['ok'] = responseCode.code === 200;"), [200]);
    assert_eq!(statuses("pm.expect(pm.response.code).to.be.oneOf([200, 202])"), [200, 202]);
    assert_eq!(statuses("pm.response.to.not.have.status(500)"), [] as [u16; 0]);
    assert_eq!(statuses("if (pm.response.code === 404) { console.log('x') }"), [] as [u16; 0]);
}

#[test]
fn finds_members_that_are_used() {
    let source = "const j = pm.response.json();
        pm.expect(j).to.have.property('id');
        pm.expect(j.data).to.include.all.keys('name', 'size');
        pm.expect(j).to.not.have.property('error');
        if (!j.fault) console.log(j.note);
        pm.expect(j.list).to.be.an('array').that.is.not.empty;";
    assert_eq!(reads(source), ["id", "data.name", "data.size", "note", "list"]);
}

#[test]
fn finds_asserted_types_and_values() {
    let source = "const j = pm.response.json();
        pm.expect(j.name).to.be.a('string');
        pm.expect(j.kind).to.equal('cat');
        tests['list'] = Array.isArray(j.tags);
        pm.expect(j.age).to.be.above(3);
        pm.response.to.have.jsonSchema({type: 'object', properties: {id: {type: 'integer'}}});";
    let facts = read(source);
    let shown = facts.assertions.iter().map(|known| format!("{} {:?}", known.path, known.what));
    assert_eq!(
        shown.collect::<Vec<_>>(),
        [
            "name Type(String)",
            "kind Value(String(\"cat\"))",
            "tags Type(List)",
            "age Type(Number)",
            "$ Type(Object)",
            "id Type(Integer)"
        ]
    );
    assert_eq!(facts.assertions[0].line, 2);
}

#[test]
fn what_holds_under_a_status_is_marked_with_it() {
    let source = "const j = pm.response.json();
        if (pm.response.code === 200) { pm.environment.set('a', j.id) }
        else { console.log(j.error) }";
    let facts = read(source);
    assert_eq!(facts.sets[0].when, Some(200));
    assert_eq!(facts.reads.iter().map(|read| read.when).collect::<Vec<_>>(), [Some(200), None]);
}

#[test]
fn finds_parameters_that_depend_on_variables() {
    let source = "pm.request.forEachHeader(h => {
            if (h.value.startsWith('{{') && h.value.endsWith('}}')) {
                if (!pm.variables.get(h.value.substring(2, h.value.length - 2))) {
                    pm.request.headers.remove(h.key);
                }
            }
        });
        pm.request.url.query.remove(q => {
            if (q.value.startsWith('{{')) { return !pm.variables.get(q.value.substring(2)); }
        });
        if (!pm.variables.get('trace')) pm.request.headers.remove('X-Trace');
        pm.request.headers.remove('Always');";
    let dropped = read(source).dropped;
    let shown = dropped.iter().map(|dropped| (dropped.part, dropped.name.as_deref()));
    assert_eq!(
        shown.collect::<Vec<_>>(),
        [(Part::Header, None), (Part::Query, None), (Part::Header, Some("X-Trace"))]
    );
}

#[test]
fn finds_signatures_and_where_they_go() {
    let header = "const CryptoJS = require('crypto-js');
        const text = pm.request.method + Date.now();
        const sign = CryptoJS.HmacSHA256(text, pm.environment.get('secret')).toString();
        pm.request.headers.add({ key: 'X-Signature', value: sign });";
    let variable = "const h = require('crypto').createHmac('sha256', k).update(b).digest('hex');
        pm.environment.set('signature', h)";
    let found = |source: &str| {
        let signature = read(source).signatures.remove(0);
        (signature.algorithm, signature.target)
    };
    let header_target = Target::Parameter(Part::Header, "X-Signature".to_owned());
    assert_eq!(found(header), ("HmacSHA256".to_owned(), Some(header_target)));
    let variable_target = Target::Variable("signature".to_owned());
    assert_eq!(found(variable), ("HMAC sha256".to_owned(), Some(variable_target)));
}

#[test]
fn what_does_not_parse_is_said_with_its_line() {
    let (facts, unreadable) = facts("pm.environment.set('a', 1);\nif (");
    assert_eq!(facts.sets.iter().map(|set| set.name.as_str()).collect::<Vec<_>>(), ["a"]);
    assert_eq!(unreadable.expect("it does not parse").line, Some(2));
}

#[test]
fn no_script_is_too_much() {
    let many = |text: &str| text.repeat(60_000);
    let deep = [
        many("("),
        many("["),
        many("{a:"),
        many("!"),
        many("- "),
        many("typeof "),
        many("a="),
        many("a=>"),
        many("a?b:"),
        many("if(a)"),
        many("if(a){}else "),
        many("`${"),
        many("a\n=\n"),
        many("new "),
        many("function f(){"),
    ];
    for source in deep {
        assert!(facts(&source).1.is_some(), "{}", &source[..20]);
    }
    // These are long, not deep: only the walk has to stop.
    for source in [many("a+") + "a", "a".to_owned() + &many(".a"), "a".to_owned() + &many("()")] {
        facts(&source);
    }
    for source in ["function f() { f(); f() } f()", "const f = (x) => f(x + 1); f(1)"] {
        read(source);
    }
}
