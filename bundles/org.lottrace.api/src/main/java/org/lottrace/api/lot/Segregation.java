package org.lottrace.api.lot;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.lottrace.api.id.InvalidIdentifierException;

/**
 * What lots of an item must be kept apart from when goods are combined: in a production order, in a logistic unit. A
 * class is whatever the company keeps apart: an allergen ({@code NUTS}), an origin, a way of farming ({@code CONVENTIONAL}).
 *
 * <p>Enough to say on one side: gluten-free flour that is {@code notWith GLUTEN} keeps apart from everything of the class
 * {@code GLUTEN}. An item that is not with its own class keeps its lots apart from each other. A lot has the classes of its
 * own item only: what went into it does not hand on its classes.
 *
 * @param classes the classes the item belongs to
 * @param notWith the classes it must not be combined with
 */
public record Segregation(Set<String> classes, Set<String> notWith) {
    /** May be combined with everything that does not object. */
    public static final Segregation NONE = new Segregation(Set.of(), Set.of());

    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,29}");

    /** @throws InvalidIdentifierException if a class is not 1 to 30 letters, digits or {@code . _ -} */
    public Segregation {
        classes = checked(classes);
        notWith = checked(notWith);
    }

    /** @return the first class that keeps these two apart; the same whichever is asked; empty when nothing does */
    public Optional<String> keepsApartFrom(Segregation other) {
        Set<String> reasons = new TreeSet<>();
        notWith.stream().filter(other.classes::contains).forEach(reasons::add);
        other.notWith.stream().filter(classes::contains).forEach(reasons::add);
        return reasons.stream().findFirst();
    }

    private static Set<String> checked(Set<String> names) {
        for (String name : names) {
            if (!FORMAT.matcher(name).matches()) {
                throw new InvalidIdentifierException("segregation class (1 to 30 letters, digits or . _ -)", name);
            }
        }
        return Set.copyOf(names);
    }
}
