package org.lottrace.persistence.internal.item;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.DateKind;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemProfile;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.Segregation;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code item} with its pack units. */
@Entity
@Table(name = "item")
public class ItemEntity {
    /** How many columns of an item a query has, before those of anything else. */
    static final int COLUMNS = 17;

    private static final String NAMES =
            "i.item_number, i.description, i.item_type, i.gtin, i.base_unit, i.shelf_life_days,"
                    + " i.tracking, i.counting, i.shelf_life_from, i.date_kind, i.mandatory, p.part, p.unit, p.base_units,"
                    + " c.class_name, n.class_name, i.catch_weight_percent";
    private static final String PARTS = " left join pack_unit p on p.item = i.item_number"
            + " left join item_class c on c.item = i.item_number left join item_not_with n on n.item = i.item_number";
    private static final String QUERY =
            "select " + NAMES + " from item i" + PARTS + " where i.item_number %s order by i.item_number, p.part";

    @Id
    @Column(name = "item_number", length = 30)
    String number;

    @Column(name = "description", length = TextColumn.LENGTH)
    String description;

    @Column(name = "item_type", length = 20)
    ItemType type;

    @Column(name = "gtin", length = 14)
    String gtin;

    @Column(name = "base_unit", length = 3)
    String baseUnit;

    @Column(name = "shelf_life_days")
    Integer shelfLifeDays;

    @Column(name = "tracking", length = 20)
    TrackingMode tracking;

    @Column(name = "counting", length = 20)
    Counting counting;

    @Column(name = "shelf_life_from", length = 20)
    ShelfLifeStart shelfLifeFrom;

    @Column(name = "date_kind", length = 20)
    DateKind dateKind;

    /** In alphabetical order, with blanks between. */
    @Column(name = "mandatory", length = TextColumn.LENGTH)
    String mandatory;

    @Column(name = "catch_weight_percent")
    Integer catchWeightPercent;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "pack_unit", joinColumns = @JoinColumn(name = "item"))
    @OrderColumn(name = "part")
    List<PackUnitPart> packUnits;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "item_class", joinColumns = @JoinColumn(name = "item"))
    @Column(name = "class_name", length = 30)
    Set<String> classes;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "item_not_with", joinColumns = @JoinColumn(name = "item"))
    @Column(name = "class_name", length = 30)
    Set<String> notWith;

    protected ItemEntity() {}

    /**
     * Some items with all of their parts, of each the pack units in their order.
     *
     * @param which condition of their numbers, such as {@code = any(?)}
     */
    static String query(String which) {
        return QUERY.formatted(which);
    }

    /**
     * The items of some rows beside these, of each the pack units in their order.
     *
     * @param columns of the rows
     * @param rows a query with the column {@code item}
     * @param name what the columns call it
     */
    static String queryOf(String columns, String rows, String name) {
        return "select " + NAMES + ", " + columns + " from (" + rows + ") " + name + " join item i on i.item_number = "
                + name + ".item" + PARTS + " order by p.part";
    }

    /** @param row of {@link #query}, the first one of the item */
    ItemEntity(ResultSet row) throws SQLException {
        number = row.getString(1);
        description = row.getString(2);
        type = coded(ItemType.class, row.getString(3));
        gtin = row.getString(4);
        baseUnit = row.getString(5);
        shelfLifeDays = row.getObject(6, Integer.class);
        tracking = coded(TrackingMode.class, row.getString(7));
        counting = coded(Counting.class, row.getString(8));
        shelfLifeFrom = coded(ShelfLifeStart.class, row.getString(9));
        dateKind = coded(DateKind.class, row.getString(10));
        mandatory = row.getString(11);
        catchWeightPercent = row.getObject(17, Integer.class);
        packUnits = new ArrayList<>();
        classes = new TreeSet<>();
        notWith = new TreeSet<>();
    }

    /** @param row of {@link #query}, each one of the item: each pack unit comes with each class */
    void addPartsOf(ResultSet row) throws SQLException {
        Integer part = row.getObject(12, Integer.class);
        if (part != null && part == packUnits.size()) {
            packUnits.add(new PackUnitPart(row.getString(13), row.getBigDecimal(14)));
        }
        Optional.ofNullable(row.getString(15)).ifPresent(classes::add);
        Optional.ofNullable(row.getString(16)).ifPresent(notWith::add);
    }

    private static <E extends Enum<E> & Coded> E coded(Class<E> type, String code) {
        return code == null ? null : Coded.of(type, code);
    }

    ItemEntity(Item item) {
        number = item.number().value();
        description = item.description();
        type = item.type();
        gtin = item.gtin().map(Gtin::value).orElse(null);
        baseUnit = item.baseUnit().code();
        shelfLifeDays = item.shelfLifeDays().orElse(null);
        packUnits = item.packUnits().stream().map(PackUnitPart::of).toList();
        classes = item.segregation().classes();
        notWith = item.segregation().notWith();
        tracking = item.profile().tracking().orElse(null);
        counting = item.profile().counting().orElse(null);
        shelfLifeFrom = item.profile().shelfLifeFrom().orElse(null);
        dateKind = item.profile().dateKind().orElse(null);
        catchWeightPercent = item.profile().catchWeightPercent().orElse(null);
        mandatory = item.profile().mandatory().isEmpty()
                ? null
                : String.join(" ", new TreeSet<>(item.profile().mandatory()));
    }

    Item toItem() {
        return new Item(
                new ItemNumber(number),
                description,
                type,
                Optional.ofNullable(gtin).map(Gtin::new),
                new UnitOfMeasure(baseUnit),
                packUnits.stream().map(PackUnitPart::toPackUnit).toList(),
                Optional.ofNullable(shelfLifeDays),
                new Segregation(classes, notWith),
                new ItemProfile(
                        Optional.ofNullable(tracking),
                        Optional.ofNullable(counting),
                        Optional.ofNullable(shelfLifeFrom),
                        Optional.ofNullable(dateKind),
                        mandatory == null ? Set.of() : Set.of(mandatory.split(" ")),
                        Optional.ofNullable(catchWeightPercent)));
    }
}
