package org.lottrace.edi.x12.internal.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.edi.x12.internal.syntax.Delimiters;

/**
 * How a partner wants X12 from us: which characters separate, and whether each segment stands on a line of its own.
 *
 * @param agreed absent: the customary ones, or others where the data contains these
 * @param repetition between repeated elements, from version 005010 on; absent: one that the data does not contain
 */
public record WritingForm(Optional<Delimiters> agreed, Optional<Character> repetition, boolean isOnLines) {
    /** Of a partner with whom nothing else was agreed. */
    public static final WritingForm USUAL = new WritingForm(Optional.empty(), Optional.empty(), true);

    /** None of them is in a number, a date, an amount or a name as we write them; a lot number may contain some. */
    private static final String POSSIBLE = "*:~|^>!`{}[]@#$%&;=?<+";

    private static final String LINE_FEED = "LF";

    /**
     * @param delimiters between elements, between components, behind segments, and perhaps between repeated elements, with blanks between; a
     *     line feed behind segments is {@code LF}; empty for the customary ones
     * @param lines whether a line feed stands behind the character behind each segment
     * @throws IllegalArgumentException if they cannot separate; the message says why
     */
    public static WritingForm of(String delimiters, boolean lines) {
        if (delimiters.isBlank()) {
            return new WritingForm(Optional.empty(), Optional.empty(), lines);
        }
        List<String> words = List.of(delimiters.strip().split("\\s+"));
        boolean isFeed = words.size() > 2 && words.get(2).equals(LINE_FEED);
        if (words.size() < 3 || words.size() > 4 || words.stream().distinct().count() < words.size()) {
            throw new IllegalArgumentException(
                    "write.delimiters are three or four different characters with blanks between: of"
                            + " elements, components, segments and repeated elements, such as * > ~ ^, not \""
                            + delimiters + "\"");
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!(i == 2 && isFeed) && (word.length() != 1 || POSSIBLE.indexOf(word.charAt(0)) < 0)) {
                throw new IllegalArgumentException("write.delimiters: \"" + word
                        + "\" cannot separate, for what we write may contain it; take one of " + POSSIBLE
                        + ", or LF behind segments");
            }
        }
        char segment = isFeed ? '\n' : words.get(2).charAt(0);
        return new WritingForm(
                Optional.of(new Delimiters(words.get(0).charAt(0), words.get(1).charAt(0), segment)),
                words.size() > 3 ? Optional.of(words.get(3).charAt(0)) : Optional.empty(),
                lines && !isFeed);
    }

    /**
     * @param texts all elements
     * @throws IllegalArgumentException if one of them contains what separates; the message names both
     */
    public Delimiters delimiters(Collection<String> texts) {
        agreed.ifPresent(fixed -> {
            refuse(texts, fixed.element());
            refuse(texts, fixed.component());
            refuse(texts, fixed.segment());
        });
        return agreed.orElseGet(() -> Delimiters.absentFrom(texts));
    }

    /**
     * @param sets with texts for people, and what these quote
     * @return the same with blanks for the characters that separate: no text keeps an answer back
     */
    public List<List<List<String>>> readable(List<List<List<String>>> sets) {
        return agreed.isEmpty()
                ? sets
                : sets.stream()
                        .map(set -> set.stream()
                                .map(segment ->
                                        segment.stream().map(this::readable).toList())
                                .toList())
                        .toList();
    }

    private String readable(String text) {
        StringBuilder readable = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (agreed.filter(fixed -> c == fixed.element() || c == fixed.component() || c == fixed.segment())
                            .isPresent()
                    || repetition.filter(fixed -> c == fixed).isPresent()) {
                readable.setCharAt(i, ' ');
            }
        }
        return readable.toString().strip();
    }

    /** As {@link #delimiters}. */
    char repetition(Collection<String> texts, Delimiters others) {
        repetition.ifPresent(fixed -> refuse(texts, fixed));
        return repetition.orElseGet(() -> others.repetition(texts));
    }

    private static void refuse(Collection<String> texts, char separator) {
        texts.stream().filter(text -> text.indexOf(separator) >= 0).findFirst().ifPresent(text -> {
            throw new IllegalArgumentException("\"" + text + "\" contains " + separator
                    + ", which separates for this partner; agree on other characters and change write.delimiters in its"
                    + " exchange.properties");
        });
    }
}
