package org.lottrace.edi.x12.internal.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What separates the data of an interchange (X12.5: the ISA segment says it).
 *
 * @param element between elements
 * @param component between the components of a composite element (ISA16)
 * @param segment behind each segment
 */
public record Delimiters(char element, char component, char segment) {
    /** The customary ones first; each is a character that StAEDI accepts as a delimiter. */
    private static final String CANDIDATES = "*:~|^>!`{}[]\\_@#$%&;=?<\"+'()";

    /** @return three characters that appear in none of the texts */
    public static Delimiters absentFrom(Collection<String> texts) {
        List<Character> free = new ArrayList<>();
        for (int i = 0; i < CANDIDATES.length() && free.size() < 3; i++) {
            char candidate = CANDIDATES.charAt(i);
            if (texts.stream().noneMatch(text -> text.indexOf(candidate) >= 0)) {
                free.add(candidate);
            }
        }
        if (free.size() < 3) {
            throw new IllegalStateException("the data uses every character that could separate its elements");
        }
        return new Delimiters(free.get(0), free.get(1), free.get(2));
    }

    /** @return ISA11 from version 00402 on, between repeated elements: a character that appears in none of the texts and separates nothing else */
    public char repetition(Collection<String> texts) {
        return "^`{}|>!\\_@#$%&;=?<\"+'()*:~"
                .chars()
                .mapToObj(character -> (char) character)
                .filter(candidate -> candidate != element && candidate != component && candidate != segment)
                .filter(candidate -> texts.stream().noneMatch(text -> text.indexOf(candidate) >= 0))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("the data uses every character that could separate its elements"));
    }
}
