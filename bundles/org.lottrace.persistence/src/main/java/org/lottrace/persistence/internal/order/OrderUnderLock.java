package org.lottrace.persistence.internal.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.allocation.NewestRule;
import org.lottrace.persistence.internal.item.KnownItems;
import org.lottrace.persistence.internal.party.AskedParty;
import org.lottrace.persistence.internal.site.KnownSites;
import org.lottrace.persistence.internal.value.PricePart;
import org.lottrace.persistence.internal.value.QuantityPart;

/**
 * Locks the items of an order, and under that lock reads all that who allocates it asks for next: the order, the items, the customer and
 * the site, and whether there are new rules. It travels together, and the stores know it then.
 */
final class OrderUnderLock {
    /** Those of its lines, and those that a rule lets take the place of one of them, whichever version of it. */
    private static final String ITEMS = "select w.item from sales_order_line w where w.order_number = ? union"
            + " select b.item from sales_order_line w join allocation_rule a on a.item = w.item"
            + " join allocation_rule_substitute b on b.rule_version = a.rule_version where w.order_number = ?";

    private static final String LOCK =
            "select i.item_number from item i where i.item_number in (" + ITEMS + ") order by i.item_number";
    private static final String ORDER = "select o.customer, o.customer_order, o.ship_from, o.delivery_date, o.channel,"
            + " l.line_number, l.item, l.quantity, l.unit, l.price, l.currency, l.price_unit, l.instead_of_line,"
            + " l.replaced, l.replaced_unit, (select max(a.rule_version) from allocation_rule a), o.priority, "
            + AskedParty.COLUMNS + " from sales_order o left join party p on p.party_code = o.customer"
            + " left join sales_order_line l on l.order_number = o.order_number where o.order_number = ? order by l.part";
    private static final int COLUMNS = 17;

    private final CurrentSession current;
    private final String number;
    private final Set<ItemNumber> locked = new LinkedHashSet<>();
    private final List<SalesOrderEntity.Line> lines = new ArrayList<>();
    private final AskedParty customer = new AskedParty(COLUMNS);
    private SalesOrderEntity order;

    OrderUnderLock(CurrentSession current, String number) {
        this.current = current;
        this.number = number;
    }

    /** @return the items that are locked */
    Set<ItemNumber> lock() {
        return current.locking(this::lock);
    }

    Optional<SalesOrder> order() {
        return Optional.ofNullable(order).map(SalesOrderEntity::toOrder);
    }

    private Set<ItemNumber> lock(StatelessSession session) {
        Questions questions = new Questions()
                .lock(LOCK, row -> locked.add(new ItemNumber(row.getString(1))), number, number)
                .then(() -> KnownItems.locked(current, locked))
                .ask(ORDER, this::read, number);
        KnownItems.askNamed(current, questions, ITEMS, number, number);
        KnownSites.askNamed(
                current, questions, "select o.ship_from from sales_order o where o.order_number = ?", number);
        questions.send(session);
        customer.learn(current);
        return Set.copyOf(locked);
    }

    private void read(ResultSet row) throws SQLException {
        customer.read(row);
        if (order == null) {
            order = new SalesOrderEntity();
            order.number = number;
            order.customer = row.getString(1);
            order.customerOrder = row.getString(2);
            order.shipFrom = row.getString(3);
            order.deliveryDate = row.getObject(4, LocalDate.class);
            order.channel = row.getString(5);
            order.priority = row.getObject(17, Integer.class);
            order.lines = lines;
            NewestRule.learn(current, row.getObject(16, Long.class));
        }
        if (row.getString(7) != null) {
            lines.add(line(row));
        }
    }

    private static SalesOrderEntity.Line line(ResultSet row) throws SQLException {
        return new SalesOrderEntity.Line(
                row.getInt(6),
                row.getString(7),
                new QuantityPart(row.getBigDecimal(8), row.getString(9)),
                row.getBigDecimal(10) == null
                        ? null
                        : new PricePart(row.getBigDecimal(10), row.getString(11), row.getString(12)),
                row.getObject(13, Integer.class),
                row.getBigDecimal(14),
                row.getString(15));
    }
}
