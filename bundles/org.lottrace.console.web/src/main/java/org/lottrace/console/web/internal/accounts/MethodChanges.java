package org.lottrace.console.web.internal.accounts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lottrace.api.code.Coded;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.ItemMethod;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** How items are valued: what was ever said about it, and the form that says something else. */
public final class MethodChanges {
    static final String CHANGE = "cost.change-method";

    private static final int AT_A_TIME = 50;
    private static final int MOST_OF_ITEM = 1_000;
    private static final String PATH = "accounts/methods/changes";
    private static final String FORM = "accounts/method-edit.jte";
    private static final List<String> NAMES = List.of("id", "item", "method", "standard", "from", "reason", "site");

    private MethodChanges() {}

    /**
     * @param item only of this one; empty for all
     * @param next address of the next page, absent on the last one
     */
    public record View(
            CostingProgress progress, Optional<ItemNumber> item, List<ItemMethod> changes, Optional<String> next) {}

    /** A form. */
    public record Form(CostingProgress progress, Fields fields) {}

    public static List<CostMethod> methods() {
        return Arrays.asList(CostMethod.values());
    }

    /** @return what is in force for an item; empty while it is valued lot by lot because nothing else was ever said */
    static Optional<ItemMethod> inForce(ItemNumber item, Visit visit) {
        return visit.as(CostHistory.class).methods(Optional.of(item), 0, MOST_OF_ITEM).stream()
                .reduce((older, newer) -> newer);
    }

    static Answer show(Visit visit) {
        Optional<ItemNumber> item = visit.parameters().given("item").map(ItemNumber::new);
        long after = visit.parameters()
                .given("after")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        List<ItemMethod> found = visit.as(CostHistory.class).methods(item, after, AT_A_TIME + 1);
        List<ItemMethod> page = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Optional<String> next = found.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        PATH,
                        "item",
                        item.map(ItemNumber::value).orElse(""),
                        "after",
                        page.get(page.size() - 1).position()))
                : Optional.empty();
        return Answer.html("accounts/method-changes.jte", new View(AccountsPage.progress(visit), item, page, next));
    }

    static Answer form(Visit visit) {
        Fields fields = Fields.empty(visit.texts())
                .with("id", UUID.randomUUID())
                .with("item", visit.parameters().text("item"))
                .with("method", CostMethod.LOT_ACTUAL.code());
        return Answer.html(FORM, new Form(AccountsPage.progress(visit), fields));
    }

    static Answer save(Visit visit) {
        Fields fields = Fields.entered(visit.parameters(), visit.texts(), NAMES);
        Optional<CostMethodChange> change = read(fields, visit);
        if (change.isPresent()) {
            fields.refused(
                    visit.as(CostEntries.class).changeMethod(change.get()).violations());
            if (fields.areRight()) {
                return new Answer.SeeOther(
                        Address.to(PATH, "item", change.get().item().value()));
            }
        }
        return Answer.refused(FORM, new Form(AccountsPage.progress(visit), fields));
    }

    private static Optional<CostMethodChange> read(Fields fields, Visit visit) {
        Optional<EventId> id = fields.needed("id", EventId::new);
        Optional<ItemNumber> item = fields.needed("item", ItemNumber::new);
        Optional<CostMethod> method = fields.needed("method", code -> Coded.of(CostMethod.class, code));
        Optional<UnitPrice> standard = fields.given("standard", TextForms.of(UnitPrice.class)::read);
        Optional<LocalDate> from = fields.given("from", TextForms.of(LocalDate.class)::read);
        Optional<SiteId> site = fields.needed("site", SiteId::new);
        return fields.areRight()
                ? Optional.of(new CostMethodChange(
                        visit.recording(id.orElseThrow(), site.orElseThrow()),
                        item.orElseThrow(),
                        method.orElseThrow(),
                        standard,
                        fields.text("reason"),
                        from))
                : Optional.empty();
    }
}
