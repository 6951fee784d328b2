package org.lottrace.persistence.internal.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import org.lottrace.api.code.Coded;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.persistence.internal.CurrentSession;

/** A party that is read along with something that names it, in each row of that. */
public final class AskedParty {
    /** Of {@code party p}. */
    public static final String COLUMNS = "p.party_code, p.party_name, p.gln, p.street, p.city, p.region,"
            + " p.postal_code, p.country, p.email, p.phone, p.edi_qualifier, p.edi_id, p.mapping,"
            + " p.minimum_remaining_days, array(select r.role_name from party_role r where r.party = p.party_code)";

    private final int before;
    private PartyEntity party;

    /** @param before how many columns come before its own */
    public AskedParty(int before) {
        this.before = before;
    }

    /** Tells what was read, unless it is known already. */
    public void learn(CurrentSession current) {
        if (party != null) {
            JpaPartyStore.learn(current, party);
        }
    }

    /** Reads it once. */
    public void read(ResultSet row) throws SQLException {
        if (party == null && row.getString(before + 1) != null) {
            party = party(row);
        }
    }

    private PartyEntity party(ResultSet row) throws SQLException {
        PartyEntity party = new PartyEntity();
        party.code = row.getString(before + 1);
        party.name = row.getString(before + 2);
        party.gln = row.getString(before + 3);
        party.street = row.getString(before + 4);
        party.city = row.getString(before + 5);
        party.region = row.getString(before + 6);
        party.postalCode = row.getString(before + 7);
        party.country = row.getString(before + 8);
        party.email = row.getString(before + 9);
        party.phone = row.getString(before + 10);
        party.ediQualifier = row.getString(before + 11);
        party.ediId = row.getString(before + 12);
        party.mapping = row.getString(before + 13);
        party.minimumRemainingDays = row.getInt(before + 14);
        party.roles = new HashSet<>();
        for (Object role : (Object[]) row.getArray(before + 15).getArray()) {
            party.roles.add(Coded.of(PartyRole.class, (String) role));
        }
        return party;
    }
}
