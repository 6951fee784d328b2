package org.lottrace.persistence.internal.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import org.lottrace.api.code.Coded;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;

/** A party that is read along with something that names it. */
public final class AskedParty {
    private static final String PARTY = "select p.party_code, p.party_name, p.gln, p.street, p.city, p.region,"
            + " p.postal_code, p.country, p.email, p.phone, p.edi_qualifier, p.edi_id, p.mapping,"
            + " p.minimum_remaining_days, r.role_name from party p left join party_role r on r.party = p.party_code"
            + " where p.party_code = (%s)";

    private PartyEntity party;

    /**
     * @param which a query for its code
     * @param parameters of that query
     */
    public void ask(Questions questions, String which, Object... parameters) {
        questions.ask(PARTY.formatted(which), this::read, parameters);
    }

    /** Tells what was read, unless it is known already. */
    public void learn(CurrentSession current) {
        if (party != null) {
            JpaPartyStore.learn(current, party);
        }
    }

    private void read(ResultSet row) throws SQLException {
        if (party == null) {
            party = party(row);
        }
        if (row.getString(15) != null) {
            party.roles.add(Coded.of(PartyRole.class, row.getString(15)));
        }
    }

    private static PartyEntity party(ResultSet row) throws SQLException {
        PartyEntity party = new PartyEntity();
        party.code = row.getString(1);
        party.name = row.getString(2);
        party.gln = row.getString(3);
        party.street = row.getString(4);
        party.city = row.getString(5);
        party.region = row.getString(6);
        party.postalCode = row.getString(7);
        party.country = row.getString(8);
        party.email = row.getString(9);
        party.phone = row.getString(10);
        party.ediQualifier = row.getString(11);
        party.ediId = row.getString(12);
        party.mapping = row.getString(13);
        party.minimumRemainingDays = row.getInt(14);
        party.roles = new HashSet<>();
        return party;
    }
}
