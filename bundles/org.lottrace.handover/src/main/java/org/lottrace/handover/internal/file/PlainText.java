package org.lottrace.handover.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.TraceEvent;

/**
 * Texts for people, such as numbers of documents, so that they mean nothing to a program: what is no letter, no digit, no space between
 * them and none of a few signs is written as in a URL. A comma ends a tag in hledger, brackets hold a date, a quote ends a string.
 */
final class PlainText {
    private static final String SIGNS = "._-/#+&@='()";

    private PlainText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        int[] letters = text.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            boolean isInside = i > 0 && i < letters.length - 1 && letters[i - 1] != ' ';
            if (Character.isLetterOrDigit(letters[i])
                    || SIGNS.indexOf(letters[i]) >= 0
                    || letters[i] == ' ' && isInside) {
                plain.appendCodePoint(letters[i]);
            } else {
                for (byte one : Character.toString(letters[i]).getBytes(StandardCharsets.UTF_8)) {
                    plain.append(String.format("%%%02X", one));
                }
            }
        }
        return plain.toString();
    }

    static String of(DocumentReference document) {
        return document.type().code() + " " + of(document.number());
    }

    /** @return all documents that the event names, the main one first */
    static String documents(TraceEvent event) {
        return event.documents().stream().map(PlainText::of).collect(Collectors.joining("; "));
    }

    /** @return why it was done, as the event says; empty when it says nothing */
    static String reason(TraceEvent event) {
        return reasonAsSaid(event).isEmpty() ? "" : of(reasonAsSaid(event));
    }

    static String reasonAsSaid(TraceEvent event) {
        return event.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.REASON.word())
                        || datum.name().equals(KeyDataElement.DISPOSAL_REASON.word()))
                .map(datum -> datum.value().text())
                .collect(Collectors.joining("; "));
    }
}
