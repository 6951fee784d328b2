package org.lottrace.gs1.internal.syntax;

import java.util.List;
import java.util.Optional;

/**
 * An application identifier: what its value has to be, and what it may stand beside.
 *
 * @param ai 2 to 4 digits
 * @param isPredefined whether its length is known without a separator behind it
 * @param isAttribute whether it may stand in the query of a GS1 Digital Link URI
 * @param components of its value, in their order
 * @param required each of them has alternatives, and one of the alternatives has to be there whole
 * @param excluded patterns of identifiers that may not be there
 * @param qualifiers present for a key of a GS1 Digital Link URI: the sequences of identifiers that may follow it in the path
 * @param title of the data, empty when there is none
 */
public record Format(
        String ai,
        boolean isPredefined,
        boolean isAttribute,
        List<Component> components,
        List<List<List<String>>> required,
        List<String> excluded,
        Optional<List<List<String>>> qualifiers,
        String title) {
    public Format {
        components = List.copyOf(components);
        required = List.copyOf(required);
        excluded = List.copyOf(excluded);
    }

    /** @return characters of the shortest value */
    public int shortest() {
        return components.stream()
                .filter(component -> !component.isOptional())
                .mapToInt(Component::shortest)
                .sum();
    }

    /** @return characters of the longest value */
    public int longest() {
        return components.stream().mapToInt(Component::longest).sum();
    }

    /** @return whether that identifier may follow this key in the path of a URI */
    public boolean isQualifiedBy(String other) {
        return qualifiers.stream().flatMap(List::stream).anyMatch(sequence -> sequence.contains(other));
    }

    /** @param pattern an identifier, in which {@code n} is any digit */
    public static boolean fits(String pattern, String ai) {
        if (pattern.length() != ai.length()) {
            return false;
        }
        for (int i = 0; i < ai.length(); i++) {
            if (pattern.charAt(i) != 'n' && pattern.charAt(i) != ai.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "(" + ai + ")";
    }
}
