package org.lottrace.console.web.internal.master;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
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
 */
record MasterForm(String template, String address, String key, List<String> names) {

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
     * @param entered what the fields say; absent when something is wrong with them
     * @param known finds what is known by now
     * @param id of what was entered
     */
    <T> Answer taken(
            Visit visit,
            Fields fields,
            Optional<T> entered,
            Function<T, Optional<T>> known,
            Function<T, ?> id,
            Function<T, List<Violation>> save,
            Supplier<List<FormView.Choice>> choices) {
        if (entered.isPresent()) {
            Optional<T> before = known.apply(entered.get());
            if (!before.equals(entered)) { // else it was sent twice, or nothing was changed
                Seen.check(before, visit, fields, key);
                if (fields.areRight()) {
                    fields.refused(save.apply(entered.get()));
                }
            }
            if (fields.areRight()) {
                return new Answer.SeeOther(Address.to(address, key, id.apply(entered.get()), "saved", "yes"));
            }
        }
        return Answer.refused(
                template,
                new FormView(
                        visit.parameters().text("key"),
                        visit.parameters().text(Seen.FIELD),
                        fields,
                        false,
                        choices.get()));
    }

    Fields entered(Visit visit) {
        return Fields.entered(visit.parameters(), visit.texts(), names);
    }
}
