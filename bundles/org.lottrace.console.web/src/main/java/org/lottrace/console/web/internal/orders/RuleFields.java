package org.lottrace.console.web.internal.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.LotDemands;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.allocation.RuleScope;
import org.lottrace.api.allocation.RuleTerms;
import org.lottrace.api.allocation.Substitute;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.ChannelId;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.text.TextForms;
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
            "maximumLots",
            "minimumAgeDays",
            "quarantineDays");

    /** Terms that are yes, no or not said. */
    public static final List<String> CHOICES = List.of(
            "neverOlderThanLast",
            "fullPalletsFirst",
            "pickFacesFirst",
            "pickPathFirst",
            "remaindersFirst",
            "takesSubstitutes");

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
                "sameAttribute",
                "substitutes"));
        names.addAll(DemandFields.NAMES);
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
        all.put("pickPathFirst", terms.pickPathFirst());
        all.put("remaindersFirst", terms.remaindersFirst());
        all.put("wholeUnit", terms.wholeUnit().map(UnitOfMeasure::code));
        all.put("sameAttribute", terms.sameAttribute());
        all.put("substitutes", Optional.of(text(terms.substitutes())).filter(text -> !text.isEmpty()));
        all.put("takesSubstitutes", terms.takesSubstitutes());
        all.putAll(DemandFields.said(terms.demands().orElse(LotDemands.NONE)));
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

    /** As they are typed: {@code FLOUR 2:C62=1:KGM; SALT 2:C62=1:KGM}, two pieces of the item by one kilogram of the other. */
    private static String text(List<Substitute> substitutes) {
        return substitutes.stream()
                .map(one -> one.item() + " " + TextForms.write(Quantity.class, one.ordered()) + "="
                        + TextForms.write(Quantity.class, one.instead()))
                .collect(Collectors.joining("; "));
    }

    /** @throws IllegalArgumentException if a part is not of that form */
    private static List<Substitute> substitutes(String text) {
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(RuleFields::substitute)
                .toList();
    }

    private static Substitute substitute(String text) {
        String[] sides = text.split("[ =]+");
        if (sides.length != 3) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is not of the form ITEM 2:C62=1:KGM: for so much of the item so much of the other");
        }
        return new Substitute(
                new ItemNumber(sides[0]),
                TextForms.read(Quantity.class, sides[1]),
                TextForms.read(Quantity.class, sides[2]));
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
                fields.given("sameAttribute", text -> text),
                fields.given("substitutes", RuleFields::substitutes).orElse(List.of()),
                fields.given("takesSubstitutes", Boolean::valueOf),
                Optional.of(DemandFields.read(fields)),
                fields.given("pickPathFirst", Boolean::valueOf));
        Optional<LocalDate> from = fields.needed("from", LocalDate::parse);
        return fields.areRight()
                ? Optional.of(new RuleChange(scope, from.orElseThrow(), terms, fields.text("reason")))
                : Optional.empty();
    }
}
