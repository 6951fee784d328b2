package org.lottrace.persistence.internal.allocation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;
import org.lottrace.persistence.internal.value.PositionPart;

/**
 * Candidates as one text: a line for each, with tabs between lot, place, logistic unit, expiry, available, taken, unit, and code, property
 * and message of each reason.
 */
final class CandidateText {
    private static final int FACTS = 8;
    private static final int PARTS_OF_A_REASON = 3;

    private CandidateText() {}

    static String of(List<Candidate> candidates) {
        StringBuilder text = new StringBuilder();
        for (Candidate candidate : candidates) {
            add(candidate, text.isEmpty() ? text : text.append('\n'));
        }
        return text.toString();
    }

    static List<Candidate> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("\n")).map(CandidateText::candidate).toList();
    }

    private static void add(Candidate candidate, StringBuilder text) {
        PositionPart position = PositionPart.of(candidate.position());
        text.append(escaped(candidate.lot().toString()));
        part(position.kind().code(), text);
        part(position.code(), text);
        part(position.sscc(), text);
        part(candidate.expiry().map(LocalDate::toString).orElse(""), text);
        part(candidate.available().amount().toPlainString(), text);
        part(candidate.taken().amount().toPlainString(), text);
        part(candidate.taken().unit().code(), text);
        for (Violation reason : candidate.reasons()) {
            part(reason.code(), text);
            part(reason.path().toString(), text);
            part(reason.message(), text);
        }
    }

    private static void part(String part, StringBuilder text) {
        text.append('\t').append(escaped(part));
    }

    private static Candidate candidate(String line) {
        List<String> parts = Arrays.stream(line.split("\t", -1))
                .map(CandidateText::unescaped)
                .toList();
        List<Violation> reasons = new ArrayList<>();
        for (int i = FACTS; i < parts.size(); i += PARTS_OF_A_REASON) {
            reasons.add(new Violation(parts.get(i), parts.get(i + 1), parts.get(i + 2)));
        }
        String unit = parts.get(FACTS - 1);
        return new Candidate(
                LotKey.parse(parts.get(0)),
                new PositionPart(Coded.of(PlaceKind.class, parts.get(1)), parts.get(2), parts.get(3)).toPosition(),
                Optional.of(parts.get(4)).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                Quantity.of(parts.get(5), unit),
                Quantity.of(parts.get(6), unit),
                reasons);
    }

    private static String escaped(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\t') < 0 && text.indexOf('\n') < 0) {
            return text; // as nearly all are
        }
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                char escaped = text.charAt(i);
                plain.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
