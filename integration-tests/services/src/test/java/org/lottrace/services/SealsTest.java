package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_2;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.event.ChainAnchor;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.TestDatabase;

/** What the seals of records say, on both databases; {@link TamperEvidenceTest} goes through every column. */
@ParameterizedClass
@EnumSource(StatementCountTest.Database.class)
class SealsTest {
    private static final int ALL = 1_000;

    @Parameter
    StatementCountTest.Database on;

    private TestDatabase database;
    private WorkingBakery bakery;

    @BeforeEach
    void open() {
        database = on.empty().withBakery();
        bakery = new WorkingBakery(TestCompany.on(database).with(Clock.class, Bakery.CLOCK));
        CompanyAtWork.in(bakery);
    }

    @AfterEach
    void close() {
        bakery.company().close();
    }

    @Test
    void what_lottrace_has_written_fits() {
        assertEquals(List.of(), found());
    }

    @Test
    void of_events_that_are_recorded_together_one_says_where_the_chain_stands() {
        bakery.ordered(aSalesOrder("SO2").ordering(BREAD, "1 C62").build());
        found();
        int before = anchors();

        bakery.unitOfWork().run(() -> {
            bakery.move("first", NOW.toString(), SHELF, DOCK, FLOUR_2, "1 KGM");
            bakery.move("second", NOW.toString(), SHELF, DOCK, FLOUR_2, "1 KGM");
        });

        assertEquals(before + 1, anchors());
        assertEquals(List.of(), found());
    }

    @Test
    void an_event_keeps_the_anchors_it_came_with() {
        ChainAnchor own = new ChainAnchor("audit", 1, "ab");
        TraceEvent event = anEvent("anchored", EventType.TRANSFER)
                .moving(FLOUR_2, "1 KGM", in(SHELF), in(DOCK))
                .build()
                .anchoring(List.of(own));

        assertTrue(done(bakery.ledger().append(event)).event().anchors().contains(own));
    }

    @Test
    void books_that_were_rebuilt_fit() {
        bakery.company().service(LedgerFollowers.class).rebuild("cost");
        bakery.company().service(LedgerFollowers.class).catchUp("cost", Duration.ofSeconds(30));

        assertEquals(List.of(), found());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sales_order_line order_number SO1, part 0 price    | update sales_order_line set price = 99
            recall_fact                                        | update recall_fact set words = 'dust' where words = 'glass in the bread'
            journal_line                                       | update journal_line set amount = amount + 1 where amount > 0
            stock                                              | update stock set quantity = quantity + 1
            stock                                              | update stock set item = 'SALT'
            journal_entry entry_number 1                       | update journal_line set amount = amount + 1 where entry_number = 1 and part = 0
            journal_entry entry_number 1000                    | insert into journal_entry (entry_number, event_id, ledger_position, event_type, accounting_date, document_type, document_number) select 1001, 'x', ledger_position, event_type, accounting_date, document_type, document_number from journal_entry where entry_number = 1
            journal_entry entry_number 2 event_id              | update journal_entry set event_id = (select e.event_id from journal_entry e where e.entry_number = 1) where entry_number = 2
            lot_cost                                           | update lot_cost set stock_amount = stock_amount + 1
            lot_cost                                           | update lot_cost set basis_amount = basis_amount + 1 where basis_quantity > 0
            cost_layer item FLOUR                              | update cost_layer set amount = amount + 1 where item = 'FLOUR'
            cost_layer item FLOUR, place 1                     | update cost_layer set basis_amount = basis_amount + 1 where item = 'FLOUR' and place = 1
            interchange_content of INTERCHANGE_CONTENT               | delete from interchange_content
            reservation                                        | delete from reservation
            seal                                               | delete from seal where record_type = 'LOT'
            """)
    void a_change_by_other_hands_is_named(String what, String change) {
        database.sql(change);

        assertTrue(
                found().stream().anyMatch(tampering -> tampering.toString().startsWith(what)),
                () -> found().toString());
    }

    private int anchors() {
        return database.texts("select chain from event_anchor").size();
    }

    private List<Tampering> found() {
        return bakery.company().service(RecordSeals.class).verify(ALL);
    }
}
