package org.lottrace.console.web.internal.master;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/**
 * What the forms for items, parties and sites have in common: one is shown empty or as it is known, is taken once however often it is
 * sent, and never over what somebody else has changed meanwhile.
 *
 * @param template that shows the form
 * @param address of the form
 * @param key name of the field, and of the parameter, that says which one it is
 * @param names of the fields
 * @param kind of the record
 */
record MasterForm(String template, String address, String key, List<String> names, KeptRecord kind) {

    /** @param known what is to be changed; absent for something new, and then the key must not be given */
    <T> Answer shown(
            Visit visit,
            Optional<T> known,
            Function<T, Fields> asKnown,
            Fields asNew,
            Supplier<List<FormView.Choice>> choices) {
        Optional<String> asked = visit.parameters().given(key);
        if (asked.isPresent() && known.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        return Answer.html(
                template,
                new FormView(
                        asked.orElse(""),
                        Seen.of(known),
                        known.map(asKnown).orElse(asNew),
                        visit.parameters().isTicked("saved"),
                        choices.get()));
    }

    /**
     * The look at what is known by now and the saving are one step on all nodes.
     *
     * @param entered what the fields say; absent when something is wrong with them
     * @param known finds what is known by now
     * @param id of what was entered
     * @param asKnown what the form shows of it
     */
    <T> Answer taken(
            Visit visit,
            Fields fields,
            Optional<T> entered,
            Function<T, Optional<T>> known,
            Function<T, ?> id,
            Function<T, List<Violation>> save,
            Function<T, Fields> asKnown,
            Supplier<List<FormView.Choice>> choices) {
        String seen = visit.parameters().text(Seen.FIELD);
        if (entered.isPresent()) {
            T wanted = entered.get();
            Saved<T> saved = visit.alone(kind, id.apply(wanted), () -> saved(wanted, known.apply(wanted), visit, save));
            if (saved.isOld()) {
                Seen.say(saved.before().map(asKnown), fields, visit, this);
                // whoever has read what is stored now may save over it; what was new stays new
                seen = seen.isEmpty() ? "" : Seen.of(saved.before());
            }
            fields.refused(saved.problems());
            if (fields.areRight()) {
                return new Answer.SeeOther(Address.to(address, key, id.apply(wanted), "saved", "yes"));
            }
        }
        return Answer.refused(
                template, new FormView(visit.parameters().text("key"), seen, fields, false, choices.get()));
    }

    /**
     * @param before what was known when it was to be saved
     * @param isOld whether the form was made from something else, so that nothing was saved
     * @param problems why it was refused
     */
    private record Saved<T>(Optional<T> before, boolean isOld, List<Violation> problems) {}

    /** What was sent twice, or says nothing new, is not saved again. */
    private static <T> Saved<T> saved(T wanted, Optional<T> before, Visit visit, Function<T, List<Violation>> save) {
        boolean isSame = before.equals(Optional.of(wanted));
        boolean isOld = !isSame && Seen.isOld(before, visit);
        return new Saved<>(before, isOld, isSame || isOld ? List.of() : save.apply(wanted));
    }

    Fields entered(Visit visit) {
        return Fields.entered(visit.parameters(), visit.texts(), names);
    }
}
