package org.lottrace.console.web.internal.partners;

import java.util.List;
import java.util.Locale;
import org.lottrace.api.partner.Party;
import org.lottrace.console.web.internal.text.Texts;

/** Words for what is kept as a code. */
public final class Labels {
    private Labels() {}

    /** @return what the party is to the company, in a fixed order */
    public static List<String> roles(Party party, Texts texts) {
        return party.roles().stream()
                .sorted()
                .map(role -> texts.lookup("party-role." + role.code()))
                .toList();
    }

    /** @param code of ISO 3166-1 alpha-2 */
    public static String country(String code, Texts texts) {
        return new Locale("", code).getDisplayCountry(texts.locale());
    }
}
