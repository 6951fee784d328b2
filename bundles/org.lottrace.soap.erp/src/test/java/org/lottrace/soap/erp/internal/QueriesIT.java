package org.lottrace.soap.erp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.persistence.testing.SentStatements;
import org.lottrace.soap.erp.internal.wire.GetLots;
import org.lottrace.soap.erp.internal.wire.Refused;

/** What a page of lots asks the database does not grow with its rows. */
class QueriesIT {
    private static final Caller ERP = new Caller("erp", Set.of(Role.OPERATOR));
    private static final Room ROOM = new Room(Room.MOST, rows -> {});

    private final Company company = new Company().withTheExamples();

    @BeforeEach
    void more_lots() {
        Stream.of("1", "2", "3", "4", "5", "6").forEach(n -> {
            company.post(Example.OUTBOUND.replaceAll(
                    "(?s)<pick>.*</release>",
                    "<openingStock><eventId>o-" + n + "</eventId><time>2026-04-02T08:00:00+02:00</time><site>HAM</site>"
                            + "<countSheet>" + n + "</countSheet><line><lot><issuer>S-100</issuer><item>R-WHEAT</item>"
                            + "<number>W-" + n + "</number></lot><expiry>2026-12-31</expiry><location>SILO-1</location>"
                            + "<quantity unit=\"KGM\">250</quantity><cost currency=\"EUR\" per=\"TNE\">210</cost></line>"
                            + "</openingStock><hold><eventId>h-" + n
                            + "</eventId><time>2026-04-02T09:00:00+02:00</time>"
                            + "<site>HAM</site><lot><issuer>S-100</issuer><item>R-WHEAT</item><number>W-" + n
                            + "</number></lot><reason>ergot</reason></hold>"));
        });
    }

    @AfterEach
    void stop() {
        company.close();
    }

    @Test
    void six_lots_with_their_dispositions_ask_as_often_as_one() {
        assertEquals(1, lots(1));
        assertEquals(6, lots(6));

        List<String> ofOne = SentStatements.of(() -> lots(1));
        List<String> ofSix = SentStatements.of(() -> lots(6));

        assertTrue(ofOne.size() > 1, "they are listened to");
        assertEquals(ofOne.size(), ofSix.size(), ofSix::toString);
    }

    private int lots(int limit) {
        GetLots request = new GetLots();
        request.setItem("R-WHEAT");
        request.setLimit(limit);
        try {
            return new Lots(company.operations())
                    .find(ERP, request, ROOM)
                    .getLot()
                    .size();
        } catch (Refused refused) {
            throw new AssertionError(refused);
        }
    }
}
