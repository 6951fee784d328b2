package org.lottrace.api.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.id.PartyId;

class CallerTest {
    private static final PartyId MARKET = new PartyId("MARKET");
    private static final PartyId KIOSK = new PartyId("KIOSK");

    @Test
    void nobody_calls_without_a_name() {
        assertThrows(IllegalArgumentException.class, () -> new Caller(" ", Set.of(Role.OPERATOR)));
    }

    @Test
    void who_stands_for_a_party_names_it() {
        assertThrows(IllegalArgumentException.class, () -> new Caller("eve", Set.of(Role.CONSIGNEE)));
        assertThrows(IllegalArgumentException.class, () -> new Caller("eve", Set.of(Role.TRADING_PARTNER)));
    }

    @Test
    void a_consignee_answers_for_itself_and_a_coordinator_for_all() {
        assertTrue(Caller.consignee(MARKET).mayAnswerFor(MARKET));
        assertFalse(Caller.consignee(MARKET).mayAnswerFor(KIOSK));
        assertFalse(Caller.partner(MARKET).mayAnswerFor(MARKET));
        assertTrue(new Caller("anna", Set.of(Role.RECALL_COORDINATOR)).mayAnswerFor(KIOSK));
        assertFalse(new Caller("bert", Set.of(Role.OPERATOR)).mayAnswerFor(KIOSK));
    }

    @Test
    void a_login_has_the_roles_of_ours_and_never_those_of_a_party() {
        List<String> login = List.of("lottrace", "viewer", "recall-consignee", "trading-partner");

        assertEquals(Set.of(Role.OPERATOR), Role.ofLogin(login::contains));
    }
}
