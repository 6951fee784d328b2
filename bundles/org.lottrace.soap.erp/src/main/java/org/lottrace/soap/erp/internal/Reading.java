package org.lottrace.soap.erp.internal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.soap.erp.internal.wire.Refused;

/**
 * Reads values out of a request and notes what is wrong with each instead of stopping at the first. A value that cannot
 * be read is null until {@link #whole} has asked whether everything below its element could be read; so nothing is ever
 * made of it.
 */
final class Reading {
    private final List<Violation> found;
    private final ViolationPath path;
    private final int foundBefore;

    private Reading(List<Violation> found, ViolationPath path) {
        this.found = found;
        this.path = path;
        this.foundBefore = found.size();
    }

    static Reading ofRequest() {
        return new Reading(new ArrayList<>(), ViolationPath.WHOLE);
    }

    /** @return the only child element of that name */
    Reading at(String name) {
        return new Reading(found, path.then(name));
    }

    /** @return the child element of that name with that number, counted from 1 */
    Reading at(String name, int number) {
        return new Reading(found, path.then(name, number));
    }

    /** @return the value, or null when it breaks its format */
    <T> T value(String name, Supplier<T> read) {
        return valueAt(path.then(name), read);
    }

    /** @return the value of that text, or null when it breaks its format */
    <T> T value(String name, Class<T> type, String text) {
        return value(name, () -> TextForms.read(type, text));
    }

    /** @param text null when the element is absent */
    <T> Optional<T> optional(String name, Class<T> type, String text) {
        return optional(name, text, TextForms.of(type)::read);
    }

    /** @param wire null when the element is absent */
    <W, T> Optional<T> optional(String name, W wire, Function<W, T> read) {
        return wire == null ? Optional.empty() : Optional.ofNullable(value(name, () -> read.apply(wire)));
    }

    /** @return what is made of the values of this element; empty when one of them could not be read */
    <T> Optional<T> whole(Supplier<T> make) {
        return found.size() > foundBefore ? Optional.empty() : Optional.ofNullable(valueAt(path, make));
    }

    /** @return one for each repeated element that could be read */
    <W, T> List<T> list(String name, List<W> wires, BiFunction<Reading, W, Optional<T>> read) {
        List<T> values = new ArrayList<>();
        for (int i = 0; i < wires.size(); i++) {
            read.apply(at(name, i + 1), wires.get(i)).ifPresent(values::add);
        }
        return values;
    }

    /** @throws Refused with everything that was noted */
    void refuseWhatIsWrong() throws Refused {
        ViolationMapper.refuse(found);
    }

    private <T> T valueAt(ViolationPath at, Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidIdentifierException invalid) {
            note(at, invalid.getCause() instanceof DateTimeException ? "TIME_INVALID" : "IDENTIFIER_INVALID", invalid);
        } catch (DateTimeException invalid) {
            note(at, "TIME_INVALID", invalid);
        } catch (ArithmeticException invalid) {
            note(at, "NUMBER_INVALID", invalid);
        } catch (IllegalArgumentException invalid) {
            note(at, "VALUE_INVALID", invalid);
        }
        return null;
    }

    private void note(ViolationPath at, String code, RuntimeException invalid) {
        found.add(new Violation(code, at, invalid.getMessage()));
    }
}
