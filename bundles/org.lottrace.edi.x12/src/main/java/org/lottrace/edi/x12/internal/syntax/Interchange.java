package org.lottrace.edi.x12.internal.syntax;

import java.util.List;
import java.util.Optional;

/**
 * The segments from ISA to IEA.
 *
 * @param text as it stands in the file
 * @param delimiters said by its ISA
 * @param header ISA
 * @param groups its functional groups
 * @param trailer IEA; absent when it is missing
 */
public record Interchange(
        String text, Delimiters delimiters, Segment header, List<Group> groups, Optional<Segment> trailer) {
    public Interchange {
        groups = List.copyOf(groups);
    }

    /** @return ISA05 and ISA06 as {@code qualifier:id} */
    public String sender() {
        return header.element(5).strip() + ":" + header.element(6).strip();
    }

    /** @return ISA07 and ISA08 as {@code qualifier:id} */
    public String receiver() {
        return header.element(7).strip() + ":" + header.element(8).strip();
    }

    /** @return ISA13 */
    public String control() {
        return header.element(13).strip();
    }

    /** @return true when the partner only tries out whether we understand it (ISA15 is T): it must change nothing */
    public boolean isTest() {
        return header.element(15).strip().equals("T");
    }

    /** @return {@link #text()} without line breaks, which mean nothing between segments */
    public String joinedText() {
        return joined(text);
    }

    /** @return a text without its line breaks */
    public static String joined(String text) {
        return text.replaceAll("[\r\n]", "").strip();
    }

    /** @return ST01 of every set, in order */
    public List<String> codes() {
        return groups.stream()
                .flatMap(group -> group.sets().stream())
                .map(TransactionSet::code)
                .toList();
    }
}
