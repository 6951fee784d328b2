package org.lottrace.notice.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.of;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.PaperLanguage;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.ShipmentPaper;
import org.lottrace.api.movement.ShipmentPapers;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.company.WorkingBakery;

/** Bread for the market: 12 pieces in carton 1, and 5 loose ones. */
class ShipmentPapersIT {
    private static final Sscc CARTON = pallet(1);

    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private final ShipmentPapers papers = bakery.company().service(ShipmentPapers.class);
    private LotKey bread;

    @BeforeEach
    void shipped() {
        bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "17 C62").build());
        bakery.reserve("SO1", 1, bread, SHELF, "17 C62");
        recorded(bakery.ship(
                "ship",
                "S1",
                "SO1",
                new Shipment.Line(1, on(SHELF, bread, "12 C62"), Optional.of(CARTON)),
                leaving(
                        1,
                        new LotQuantity(
                                LotReference.to(bread),
                                SHELF,
                                Optional.empty(),
                                of("5 C62"),
                                List.of(
                                        KeyDataElement.NET_WEIGHT.is(new KeyDataValue.Amount(of("3.75 KGM"))),
                                        KeyDataElement.SERIAL.is(new KeyDataValue.Text("SN-1")),
                                        KeyDataElement.SERIAL.is(new KeyDataValue.Text("SN-2")),
                                        KeyDataElement.SERIAL.is(new KeyDataValue.Text("SN-3")),
                                        KeyDataElement.SERIAL.is(new KeyDataValue.Text("SN-4")),
                                        KeyDataElement.SERIAL.is(new KeyDataValue.Text("SN-5")))))));
    }

    @Test
    void weight_and_serial_numbers_stand_beside_the_pieces() throws IOException {
        String note = text("S1", ShipmentPaper.DELIVERY_NOTE, PaperLanguage.GERMAN);

        assertTrue(note.contains("5 Stück / 3,75"), note);
        assertTrue(note.contains("Seriennummern") && note.contains("SN-1") && note.contains("SN-5"), note);
    }

    @Test
    void a_delivery_note_says_what_left_with_lot_expiry_and_unit_in_the_language_that_is_asked_for()
            throws IOException {
        String german = text("S1", ShipmentPaper.DELIVERY_NOTE, PaperLanguage.GERMAN);
        assertTrue(german.contains("Lieferschein"), german);
        assertTrue(german.contains("12 Stück"), german);
        assertTrue(german.contains("B1") && german.contains(CARTON.value()) && german.contains("SO1"), german);
        String expiry = bakery.lots()
                .find(bread)
                .orElseThrow()
                .expiry()
                .map(DeliveryWords.in(PaperLanguage.GERMAN)::date)
                .orElseThrow();
        assertTrue(german.contains(expiry), german);

        String english = text("S1", ShipmentPaper.DELIVERY_NOTE, PaperLanguage.ENGLISH);
        assertTrue(english.contains("Delivery note") && english.contains("12 pcs"), english);
    }

    @Test
    void a_substitute_is_named_with_what_was_ordered() throws IOException {
        bakery.withFlour();
        bakery.ordered(aSalesOrder("SO2")
                .ordering(BREAD, "1 C62")
                .insteadOf(1, "2 C62", FLOUR_1.item(), "1 KGM")
                .build());
        bakery.reserve("SO2", 1, bread, SHELF, "1 C62");
        bakery.reserve("SO2", SalesOrder.FIRST_SUBSTITUTE, FLOUR_1, SHELF, "1 KGM");
        recorded(bakery.ship(
                "ship2",
                "S2",
                "SO2",
                leaving(1, on(SHELF, bread, "1 C62")),
                leaving(SalesOrder.FIRST_SUBSTITUTE, on(SHELF, FLOUR_1, "1 KGM"))));

        // a column breaks its lines
        String english =
                text("S2", ShipmentPaper.DELIVERY_NOTE, PaperLanguage.ENGLISH).replaceAll("\\s+", " ");
        assertTrue(english.contains("in place of BREAD, line 1"), english);
        String german =
                text("S2", ShipmentPaper.DELIVERY_NOTE, PaperLanguage.GERMAN).replaceAll("\\s+", " ");
        assertTrue(german.contains("anstelle von BREAD"), german);
    }

    @Test
    void a_packing_list_has_a_part_for_each_unit_and_one_for_loose_goods() throws IOException {
        String list = text("S1", ShipmentPaper.PACKING_LIST, PaperLanguage.ENGLISH);

        assertTrue(list.indexOf("(00)" + CARTON) < list.indexOf("12 pcs"), list);
        assertTrue(list.indexOf("12 pcs") < list.indexOf("Loose goods"), list);
        assertTrue(list.indexOf("Loose goods") < list.indexOf("5 pcs"), list);
    }

    @Test
    void what_has_not_left_has_no_paper() {
        assertEquals(
                List.of("SHIPMENT_UNKNOWN shipment"),
                WorkingBakery.codes(papers.pdf("S9", ShipmentPaper.DELIVERY_NOTE, Optional.empty())
                        .violations()));
        assertEquals(List.of(), bakery.reverse("r", "ship").violations());
        assertFalse(papers.pdf("S1", ShipmentPaper.DELIVERY_NOTE, Optional.empty())
                .violations()
                .isEmpty());
    }

    @Test
    void a_customer_who_wants_them_gets_both_papers_by_mail_and_nobody_else_does() throws Exception {
        bakery.database().sql("update party set email = 'goods@market.example'");
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            int port = server.getSmtp().getPort();
            follow(mails(port, Bakery.CLOCK));
            assertEquals(0, server.getReceivedMessages().length);

            follow(mails(port, Bakery.CLOCK, MARKET.value()));
            MimeMessage mail = server.getReceivedMessages()[0];
            assertEquals("goods@market.example", mail.getAllRecipients()[0].toString());
            Multipart parts = (Multipart) mail.getContent();
            assertEquals(
                    List.of("delivery-note-S1.pdf", "packing-list-S1.pdf"),
                    List.of(
                            parts.getBodyPart(1).getFileName(),
                            parts.getBodyPart(2).getFileName()));
            assertTrue(pdf(parts.getBodyPart(1).getInputStream().readAllBytes()).contains("B1"));

            // again after a lost transaction: the same message id
            follow(mails(port, Bakery.CLOCK, MARKET.value()));
            assertEquals(mail.getMessageID(), server.getReceivedMessages()[1].getMessageID());
            // long ago
            follow(mails(port, Clock.offset(Clock.systemUTC(), Duration.ofDays(400)), MARKET.value()));
            assertEquals(2, server.getReceivedMessages().length);
        } finally {
            server.stop();
        }
    }

    @Test
    void a_server_that_is_not_there_keeps_the_mail_waiting() {
        bakery.database().sql("update party set email = 'goods@market.example'");

        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> follow(mails(1, Bakery.CLOCK, MARKET.value())));

        assertTrue(failure.getMessage().contains("S1") && failure.getMessage().contains("127.0.0.1:1"));
    }

    private void follow(DeliveryMails mails) {
        for (RecordedEvent event : bakery.ledger().after(0, 100)) {
            bakery.unitOfWork().run(() -> mails.follow(List.of(event)));
        }
    }

    private DeliveryMails mails(int port, Clock clock, String... customers) {
        return new DeliveryMails(
                bakery.company().service(Ledger.class),
                bakery.database().salesOrders(),
                bakery.database().parties(),
                bakery.database().sites(),
                bakery.database().lots(),
                bakery.database().items(),
                bakery.database().unitNestings(),
                clock,
                config(customers),
                NoticeChannelsTest.mail(port));
    }

    private static DeliveryConfig config(String... customers) {
        return new DeliveryConfig() {
            @Override
            public String[] mail_customers() {
                return customers.clone();
            }

            @Override
            public String[] german_customers() {
                return new String[0];
            }

            @Override
            public String[] english_customers() {
                return new String[0];
            }

            @Override
            public int newest_days() {
                return 3;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return DeliveryConfig.class;
            }
        };
    }

    private String text(String shipment, ShipmentPaper paper, PaperLanguage language) throws IOException {
        return pdf(
                papers.pdf(shipment, paper, Optional.of(language)).toOptional().orElseThrow());
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
