package org.lottrace.persistence.internal.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lottrace.api.code.Coded;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.DateKind;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;

/** Items that are read along with something that names them. */
public final class AskedItems {
    private static final String ITEMS = "select i.item_number, i.description, i.item_type, i.gtin, i.base_unit,"
            + " i.shelf_life_days, i.tracking, i.counting, i.shelf_life_from, i.date_kind, i.mandatory, p.unit,"
            + " p.base_units from item i left join pack_unit p on p.item = i.item_number where i.item_number in (%s)"
            + " order by i.item_number, p.part";
    private static final String CLASSES =
            "select c.item, true, c.class_name from item_class c where c.item in (%1$s) union all"
                    + " select n.item, false, n.class_name from item_not_with n where n.item in (%1$s)";

    private final Map<String, ItemEntity> items = new LinkedHashMap<>();

    /**
     * @param which a query for their numbers
     * @param parameters of that query
     */
    public void ask(Questions questions, String which, Object... parameters) {
        Object[] twice = new Object[2 * parameters.length];
        System.arraycopy(parameters, 0, twice, 0, parameters.length);
        System.arraycopy(parameters, 0, twice, parameters.length, parameters.length);
        questions.ask(ITEMS.formatted(which), this::read, parameters).ask(CLASSES.formatted(which), this::named, twice);
    }

    /** Tells what was read, unless it is known already. */
    public void learn(CurrentSession current) {
        items.values().forEach(item -> KnownItems.learn(current, item));
    }

    private void read(ResultSet row) throws SQLException {
        ItemEntity item = items.get(row.getString(1));
        if (item == null) {
            item = item(row);
            items.put(item.number, item);
        }
        if (row.getString(12) != null) {
            item.packUnits.add(new PackUnitPart(row.getString(12), row.getBigDecimal(13)));
        }
    }

    private static ItemEntity item(ResultSet row) throws SQLException {
        ItemEntity item = new ItemEntity();
        item.number = row.getString(1);
        item.description = row.getString(2);
        item.type = coded(ItemType.class, row.getString(3));
        item.gtin = row.getString(4);
        item.baseUnit = row.getString(5);
        item.shelfLifeDays = row.getObject(6, Integer.class);
        item.tracking = coded(TrackingMode.class, row.getString(7));
        item.counting = coded(Counting.class, row.getString(8));
        item.shelfLifeFrom = coded(ShelfLifeStart.class, row.getString(9));
        item.dateKind = coded(DateKind.class, row.getString(10));
        item.mandatory = row.getString(11);
        item.packUnits = new ArrayList<>();
        item.classes = new HashSet<>();
        item.notWith = new HashSet<>();
        return item;
    }

    private void named(ResultSet row) throws SQLException {
        ItemEntity item = items.get(row.getString(1));
        (row.getBoolean(2) ? item.classes : item.notWith).add(row.getString(3));
    }

    private static <E extends Enum<E> & Coded> E coded(Class<E> type, String code) {
        return code == null ? null : Coded.of(type, code);
    }
}
