package org.lottrace.api.outcome;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.violation.Violation;

/**
 * How a use case ended: done now, done before under the same key, or refused with every reason. Nothing has changed after a
 * refusal.
 *
 * @param <T> what there is when it is done
 */
public sealed interface Outcome<T> {
    /** It is done now. */
    record Done<T>(T value) implements Outcome<T> {
        public Done {
            Objects.requireNonNull(value);
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> done,
                Function<? super T, ? extends R> alreadyDone,
                Function<? super List<Violation>, ? extends R> refused) {
            return done.apply(value);
        }
    }

    /** The same request was done before; nothing was done now. */
    record AlreadyDone<T>(T value) implements Outcome<T> {
        public AlreadyDone {
            Objects.requireNonNull(value);
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> done,
                Function<? super T, ? extends R> alreadyDone,
                Function<? super List<Violation>, ? extends R> refused) {
            return alreadyDone.apply(value);
        }
    }

    /** Nothing was done, for all these reasons. */
    record Refused<T>(List<Violation> violations) implements Outcome<T> {
        public Refused {
            violations = List.copyOf(violations);
        }

        @Override
        public <R> R fold(
                Function<? super T, ? extends R> done,
                Function<? super T, ? extends R> alreadyDone,
                Function<? super List<Violation>, ? extends R> refused) {
            return refused.apply(violations);
        }
    }

    /**
     * @param done called with what there is now
     * @param alreadyDone called with what there was already
     * @param refused called with all reasons
     */
    <R> R fold(
            Function<? super T, ? extends R> done,
            Function<? super T, ? extends R> alreadyDone,
            Function<? super List<Violation>, ? extends R> refused);

    /** As the other, for those to whom done before is as good as done now. */
    default <R> R fold(Function<? super T, ? extends R> done, Function<? super List<Violation>, ? extends R> refused) {
        return this.<R>fold(done, done, refused);
    }

    /** @return the same outcome, with something made of what there is */
    default <R> Outcome<R> map(Function<? super T, ? extends R> what) {
        return fold(
                done -> new Done<R>(what.apply(done)),
                before -> new AlreadyDone<R>(what.apply(before)),
                refused -> new Refused<R>(refused));
    }

    /** @return what there is, whether done now or before; empty after a refusal */
    default Optional<T> toOptional() {
        return fold(Optional::of, refused -> Optional.empty());
    }

    /** @return all reasons of a refusal; empty when it is done */
    default List<Violation> violations() {
        return fold(done -> List.of(), refused -> List.copyOf(refused));
    }
}
