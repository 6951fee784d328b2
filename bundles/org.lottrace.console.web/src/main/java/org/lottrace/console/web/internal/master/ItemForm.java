package org.lottrace.console.web.internal.master;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.DateKind;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.ItemProfile;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.PackUnit;
import org.lottrace.api.lot.Segregation;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Adds an item, or changes one. */
public final class ItemForm implements Page {
    private static final MasterForm FORM = new MasterForm(
            "master/item.jte",
            "item",
            "number",
            List.of(
                    "number",
                    "description",
                    "type",
                    "gtin",
                    "baseUnit",
                    "packUnits",
                    "baseUnits",
                    "shelfLifeDays",
                    "classes",
                    "notWith",
                    "tracking",
                    "counting",
                    "shelfLifeFrom",
                    "dateKind",
                    "mandatory",
                    "catchWeightPercent"),
            KeptRecord.ITEM);

    @Override
    public String path() {
        return "item";
    }

    @Override
    public String needs() {
        return "item.save";
    }

    @Override
    public Answer show(Visit visit) {
        Optional<Item> item = visit.parameters().given("number").flatMap(text -> visit.as(ItemCatalog.class)
                .find(new ItemNumber(text)));
        return FORM.shown(visit, item, known -> of(known, visit), Fields.empty(visit.texts()), List::of);
    }

    @Override
    public Answer change(Visit visit) {
        Fields fields = FORM.entered(visit);
        ItemCatalog items = visit.as(ItemCatalog.class);
        return FORM.taken(
                visit,
                fields,
                read(fields),
                item -> items.find(item.number()),
                Item::number,
                item -> items.save(List.of(item)),
                item -> of(item, visit),
                List::of);
    }

    private static Fields of(Item item, Visit visit) {
        return Fields.empty(visit.texts())
                .with("number", item.number())
                .with("description", item.description())
                .with("type", item.type().code())
                .with("gtin", item.gtin().map(Gtin::value))
                .with("baseUnit", item.baseUnit())
                .withAll(
                        "packUnits",
                        item.packUnits().stream()
                                .map(pack -> pack.unit().code())
                                .toList())
                .withAll(
                        "baseUnits",
                        item.packUnits().stream()
                                .map(pack -> pack.baseUnits().toPlainString())
                                .toList())
                .with("shelfLifeDays", item.shelfLifeDays())
                .with(
                        "classes",
                        String.join(", ", new TreeSet<>(item.segregation().classes())))
                .with(
                        "notWith",
                        String.join(", ", new TreeSet<>(item.segregation().notWith())))
                .with("tracking", item.profile().tracking().map(TrackingMode::code))
                .with("counting", item.profile().counting().map(Counting::code))
                .with("shelfLifeFrom", item.profile().shelfLifeFrom().map(ShelfLifeStart::code))
                .with("dateKind", item.profile().dateKind().map(DateKind::code))
                .with(
                        "mandatory",
                        String.join(", ", new TreeSet<>(item.profile().mandatory())))
                .with("catchWeightPercent", item.profile().catchWeightPercent());
    }

    private static Optional<Item> read(Fields fields) {
        Optional<ItemNumber> number = fields.needed("number", ItemNumber::new);
        Optional<String> description = fields.needed("description", text -> text);
        Optional<ItemType> type = fields.needed("type", ItemForm::type);
        Optional<Gtin> gtin = fields.given("gtin", Gtin::of);
        Optional<UnitOfMeasure> unit = fields.needed("baseUnit", UnitOfMeasure::new);
        List<PackUnit> packs = packs(fields);
        Optional<Integer> days = fields.given("shelfLifeDays", ItemForm::days);
        Optional<Segregation> classes =
                fields.read("classes", fields.text("classes"), text -> new Segregation(words(text), Set.of()));
        Optional<Segregation> notWith =
                fields.read("notWith", fields.text("notWith"), text -> new Segregation(Set.of(), words(text)));
        Optional<Integer> percent = fields.given("catchWeightPercent", ItemForm::percent);
        ItemProfile profile = new ItemProfile(
                fields.given("tracking", TextForms.of(TrackingMode.class)::read),
                fields.given("counting", TextForms.of(Counting.class)::read),
                fields.given("shelfLifeFrom", TextForms.of(ShelfLifeStart.class)::read),
                fields.given("dateKind", TextForms.of(DateKind.class)::read),
                words(fields.text("mandatory")),
                percent);
        return fields.areRight()
                ? Optional.of(new Item(
                        number.orElseThrow(),
                        description.orElseThrow(),
                        type.orElseThrow(),
                        gtin,
                        unit.orElseThrow(),
                        packs,
                        days,
                        new Segregation(
                                classes.orElseThrow().classes(),
                                notWith.orElseThrow().notWith()),
                        profile))
                : Optional.empty();
    }

    /** Rows in which nothing was entered are no pack units. */
    private static List<PackUnit> packs(Fields fields) {
        List<PackUnit> packs = new ArrayList<>();
        List<String> units = fields.all("packUnits");
        List<String> sizes = fields.all("baseUnits");
        for (int i = 0; i < Math.min(units.size(), sizes.size()); i++) {
            String unit = units.get(i);
            String size = sizes.get(i);
            if (!unit.isEmpty() || !size.isEmpty()) {
                fields.read("packUnits", size, BigDecimal::new)
                        .flatMap(baseUnits -> fields.read(
                                "packUnits", unit, code -> new PackUnit(new UnitOfMeasure(code), baseUnits)))
                        .ifPresent(packs::add);
            }
        }
        return packs;
    }

    private static ItemType type(String code) {
        return Arrays.stream(ItemType.values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no kind of item " + code));
    }

    private static int days(String text) {
        int days = Integer.parseInt(text);
        if (days < 0) {
            throw new IllegalArgumentException("shelf life is 0 days or more, not " + days);
        }
        return days;
    }

    private static int percent(String text) {
        int percent = Integer.parseInt(text);
        if (percent < 0 || percent > 1000) {
            throw new IllegalArgumentException("a tolerance is 0 to 1000 percent, not " + percent);
        }
        return percent;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
