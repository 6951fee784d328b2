package org.lottrace.lot.master.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.violation.Violation;

/**
 * Numbers that are taken for each other when they are read or typed: in other letters, {@code O} for {@code 0}, {@code I} for
 * {@code 1}, with a blank or without. They are asked for by name, which needs no index of its own: one character confused, or all of a
 * kind, one blank added, or all left out.
 */
final class NearNumbers {
    static final String LOT_NUMBER_SIMILAR = "LOT_NUMBER_SIMILAR";

    private static final int LONGEST = 20;

    private NearNumbers() {}

    /** @return the numbers as they are given, and those that each may be taken for */
    static Set<LotNumber> around(Collection<LotNumber> numbers) {
        return numbers.stream()
                .flatMap(number -> Stream.concat(Stream.of(number), of(number).stream()))
                .collect(Collectors.toSet());
    }

    /** @return those that the number may be taken for, without itself */
    static Set<LotNumber> of(LotNumber number) {
        String text = number.value();
        Set<String> near = new LinkedHashSet<>();
        for (String cased : List.of(text, text.toUpperCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))) {
            near.add(cased);
            near.add(cased.replace('O', '0').replace('o', '0'));
            near.add(cased.replace('I', '1').replace('i', '1'));
            near.add(looked(cased));
            near.add(cased.replace('0', 'O'));
            near.add(cased.replace('1', 'I'));
            near.add(cased.replace(" ", ""));
            for (int i = 0; i < cased.length(); i++) {
                near.addAll(confusedAt(i, cased));
            }
        }
        for (int i = 1; i < text.length(); i++) {
            near.add(text.substring(0, i) + " " + text.substring(i));
        }
        near.remove(text);
        return near.stream()
                .filter(other -> other.length() <= LONGEST)
                .map(LotNumber::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> confusedAt(int at, String text) {
        String confused =
                switch (text.charAt(at)) {
                    case '0' -> "Oo";
                    case 'O', 'o' -> "0";
                    case '1' -> "Ii";
                    case 'I', 'i' -> "1";
                    default -> "";
                };
        return confused.chars()
                .mapToObj(other -> text.substring(0, at) + (char) other + text.substring(at + 1))
                .toList();
    }

    private static String looked(String text) {
        return text.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace(" ", "");
    }

    /** @param near the lots of whichever item and issuer that have one of the numbers around that of the lot */
    static Optional<Violation> hint(Lot lot, Collection<Lot> near) {
        String others = near.stream()
                .filter(other -> other.key().item().equals(lot.key().item())
                        && !other.key().equals(lot.key())
                        && !other.number().equals(lot.key().number())
                        && looked(other.number().value())
                                .equals(looked(lot.key().number().value())))
                .map(other -> other.key().toString())
                .distinct()
                .sorted()
                .limit(10)
                .collect(Collectors.joining(", "));
        return Optional.of(others)
                .filter(text -> !text.isEmpty())
                .map(text -> new Violation(
                        LOT_NUMBER_SIMILAR,
                        "number",
                        "lot " + lot.key() + " is new, and its number looks like that of " + text
                                + ": read the label again"));
    }
}
