package org.lottrace.console.web.internal.master;

import java.util.List;
import java.util.Optional;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Texts;

/**
 * Keeps two people from undoing each other: a form says what it was made from, and is not taken when something else is known by now. Good
 * for as long as a session lives, which is in the memory of one node.
 */
final class Seen {
    static final String FIELD = "seen";

    private Seen() {}

    /** @return what the form carries; empty for something new */
    static String of(Optional<?> known) {
        return known.map(value -> Integer.toHexString(value.hashCode())).orElse("");
    }

    /** @return whether the form was made from something else than is known now */
    static boolean isOld(Optional<?> known, Visit visit) {
        return !of(known).equals(visit.parameters().text(FIELD));
    }

    /**
     * Says so, and at each field what is stored now, where something else was entered.
     *
     * @param known what is stored now, as the form would show it
     */
    static void say(Optional<Fields> known, Fields entered, Visit visit, MasterForm form) {
        Texts texts = visit.texts();
        boolean isNew = visit.parameters().text(FIELD).isEmpty();
        entered.wrong(
                form.key(),
                isNew ? "FIELD_KNOWN" : "FIELD_CHANGED",
                texts.lookup(known.isEmpty() ? "form.gone" : isNew ? "form.known" : "form.changed"));
        known.ifPresent(now -> form.names().stream()
                .filter(name -> !filled(now, name).equals(filled(entered, name)))
                .forEach(name -> entered.wrong(
                        name,
                        "FIELD_CHANGED",
                        texts.of("form.changed-field", inWords(now, name, texts), inWords(entered, name, texts)))));
    }

    private static List<String> filled(Fields fields, String name) {
        return fields.all(name).stream()
                .map(text -> text.replace("\r", "").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String inWords(Fields fields, String name, Texts texts) {
        List<String> filled = filled(fields, name);
        return filled.isEmpty() ? texts.lookup("configuration.nothing") : String.join(", ", filled);
    }
}
