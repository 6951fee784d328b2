package org.lottrace.response.internal;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.lottrace.api.recall.report.ConsigneeLine;

/** The page as XHTML: the writer escapes whatever is shown. It works without scripts, pictures and cookies. */
final class AnswerHtml {
    private static final String STYLE = "body{font:16px sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
            + "table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;padding:.4em;text-align:left}"
            + "input[type=text]{width:7em}.problem{color:#a00}button{font-size:1.1em;padding:.5em 2em}";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter html;

    private AnswerHtml() throws XMLStreamException {
        html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** @param problems why the last attempt was not taken; what was entered stays in the fields */
    static String form(OpenNotice notice, String token, AnswerForm form, List<String> problems)
            throws XMLStreamException {
        AnswerHtml page = new AnswerHtml();
        page.start("Recall " + notice.recallCase() + ": your answer");
        page.element("p", notice.consignee().name() + ", notice " + notice.key());
        for (String problem : problems) {
            page.element("p", problem, "class", "problem");
        }
        page.open("form", "method", "post", "accept-charset", "utf-8");
        page.empty("input", "type", "hidden", "name", AnswerServlet.NOTICE, "value", notice.key());
        page.empty("input", "type", "hidden", "name", AnswerServlet.TOKEN, "value", token);
        page.open("table");
        page.row(
                "th",
                "Shipment",
                "Lot",
                "You got",
                "Came back to us",
                "You still have",
                "You destroyed",
                "Sold or used",
                "Certificate of destruction",
                "Own customers told");
        for (int i = 0; i < notice.lines().size(); i++) {
            page.line(notice.lines().get(i), i, form);
        }
        page.close();
        page.open("p");
        page.html.writeCharacters("Your name: ");
        page.input(AnswerForm.NAME, form.text(AnswerForm.NAME));
        page.close();
        page.element("button", "Send", "type", "submit");
        page.close();
        return page.end();
    }

    static String message(String title, String message) throws XMLStreamException {
        AnswerHtml page = new AnswerHtml();
        page.start(title);
        page.element("p", message);
        return page.end();
    }

    private void line(ConsigneeLine line, int i, AnswerForm form) throws XMLStreamException {
        open("tr");
        element("td", line.shipment().number());
        element("td", line.lot().item() + " " + line.lot().number());
        element("td", line.shipped().toString());
        element("td", line.returned().toString());
        for (String name : List.of(AnswerForm.ON_HAND, AnswerForm.DESTROYED, AnswerForm.USED, AnswerForm.CERTIFICATE)) {
            String field = AnswerForm.field(name, i);
            open("td");
            input(field, form.text(field));
            close();
        }
        String told = AnswerForm.field(AnswerForm.TOLD, i);
        open("td");
        html.writeEmptyElement("input");
        attributes("type", "checkbox", "name", told, "value", "yes", "aria-label", told);
        if (!form.text(told).isEmpty()) {
            attributes("checked", "checked");
        }
        close();
        close();
    }

    private void start(String title) throws XMLStreamException {
        html.writeDTD("<!DOCTYPE html>");
        open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en");
        open("head");
        element("title", title);
        element("style", STYLE);
        close();
        open("body");
        element("h1", title);
    }

    private String end() throws XMLStreamException {
        html.writeEndDocument();
        html.flush();
        return text.toString();
    }

    private void row(String cell, String... texts) throws XMLStreamException {
        open("tr");
        for (String content : texts) {
            element(cell, content);
        }
        close();
    }

    private void input(String name, String value) throws XMLStreamException {
        empty("input", "type", "text", "name", name, "value", value, "aria-label", name);
    }

    private void element(String name, String content, String... attributes) throws XMLStreamException {
        open(name, attributes);
        html.writeCharacters(content);
        close();
    }

    private void open(String name, String... attributes) throws XMLStreamException {
        html.writeStartElement(name);
        attributes(attributes);
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        html.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            html.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private void close() throws XMLStreamException {
        html.writeEndElement();
    }
}
