package org.lottrace.console.web.internal.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.text.Texts;

/** The form of a rule; fields are called as the properties of the api. */
public final class RuleFields {
    /** Terms that are numbers. */
    public static final List<String> NUMBERS = List.of(
            "minimumRemainingDays",
            "minimumRemainingPercent",
            "blockedDaysBeforeExpiry",
            "transitDays",
            "singleLotWithinDays",
            "maximumLots");

    /** Terms that are yes, no or not said. */
    public static final List<String> CHOICES =
            List.of("neverOlderThanLast", "fullPalletsFirst", "pickFacesFirst", "remaindersFirst");

    static final List<String> NAMES = names();

    private RuleFields() {}

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "item",
                "itemClass",
                "customer",
                "channel",
                "site",
                "from",
                "reason",
                "rotation",
                "goodUntil",
                "wholeUnit",
                "sameAttribute"));
        names.addAll(NUMBERS);
        names.addAll(CHOICES);
        return List.copyOf(names);
    }

    /** @return what the terms say, by name of the field; what they do not say is missing */
    public static Map<String, Object> said(RuleTerms terms) {
        Map<String, Optional<?>> all = new LinkedHashMap<>();
        all.put("rotation", terms.rotation().map(Rotation::code));
        all.put("minimumRemainingDays", terms.minimumRemainingDays());
        all.put("minimumRemainingPercent", terms.minimumRemainingPercent());
        all.put("goodUntil", terms.goodUntil());
        all.put("blockedDaysBeforeExpiry", terms.blockedDaysBeforeExpiry());
        all.put("neverOlderThanLast", terms.neverOlderThanLast());
        all.put("transitDays", terms.transitDays());
        all.put("singleLotWithinDays", terms.singleLotWithinDays());
        all.put("maximumLots", terms.maximumLots());
        all.put("fullPalletsFirst", terms.fullPalletsFirst());
        all.put("pickFacesFirst", terms.pickFacesFirst());
        all.put("remaindersFirst", terms.remaindersFirst());
        all.put("wholeUnit", terms.wholeUnit().map(UnitOfMeasure::code));
        all.put("sameAttribute", terms.sameAttribute());
        Map<String, Object> said = new LinkedHashMap<>();
        all.forEach((name, value) -> value.ifPresent(known -> said.put(name, known)));
        return said;
    }

    /** @return what the scope names, by name of the field */
    public static Map<String, Object> named(RuleScope scope) {
        Map<String, Object> named = new LinkedHashMap<>();
        scope.item().ifPresent(item -> named.put("item", item));
        scope.itemClass().ifPresent(itemClass -> named.put("itemClass", itemClass));
        scope.customer().ifPresent(customer -> named.put("customer", customer));
        scope.channel().ifPresent(channel -> named.put("channel", channel));
        scope.site().ifPresent(site -> named.put("site", site));
        return named;
    }

    /** The reason is asked anew. */
    static Fields of(RuleChange change, Texts texts) {
        Fields fields = Fields.empty(texts).with("from", change.from());
        named(change.scope()).forEach(fields::with);
        said(change.terms()).forEach(fields::with);
        return fields;
    }

    /** @return empty, with the problems, when something cannot be read */
    static Optional<RuleChange> read(Fields fields) {
        RuleScope scope = new RuleScope(
                fields.given("item", ItemNumber::new),
                fields.given("itemClass", text -> text),
                fields.given("customer", PartyId::new),
                fields.given("channel", ChannelId::new),
                fields.given("site", SiteId::new));
        RuleTerms terms = new RuleTerms(
                fields.given("rotation", code -> Coded.of(Rotation.class, code)),
                fields.given("minimumRemainingDays", Integer::valueOf),
                fields.given("minimumRemainingPercent", Integer::valueOf),
                fields.given("goodUntil", LocalDate::parse),
                fields.given("blockedDaysBeforeExpiry", Integer::valueOf),
                fields.given("neverOlderThanLast", Boolean::valueOf),
                fields.given("transitDays", Integer::valueOf),
                fields.given("singleLotWithinDays", Integer::valueOf),
                fields.given("maximumLots", Integer::valueOf),
                fields.given("fullPalletsFirst", Boolean::valueOf),
                fields.given("pickFacesFirst", Boolean::valueOf),
                fields.given("remaindersFirst", Boolean::valueOf),
                fields.given("wholeUnit", UnitOfMeasure::new),
                fields.given("sameAttribute", text -> text));
        Optional<LocalDate> from = fields.needed("from", LocalDate::parse);
        return fields.areRight()
                ? Optional.of(new RuleChange(scope, from.orElseThrow(), terms, fields.text("reason")))
                : Optional.empty();
    }
}
