package org.lottrace.console.web.internal.master;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Adds a party, or changes one. */
public final class PartyForm implements Page {
    private static final MasterForm FORM = new MasterForm(
            "master/party.jte",
            "parties/edit",
            "id",
            List.of(
                    "id",
                    "name",
                    "roles",
                    "gln",
                    "street",
                    "city",
                    "region",
                    "postalCode",
                    "country",
                    "email",
                    "phone",
                    "ediAddress",
                    "mapping",
                    "minimumRemainingShelfLifeDays"),
            KeptRecord.PARTY);

    @Override
    public String path() {
        return "parties";
    }

    @Override
    public String needs() {
        return "party.save";
    }

    @Override
    public Answer show(Visit visit) {
        if (!visit.address().rest().equals(List.of("edit"))) {
            return Answer.NOT_FOUND;
        }
        Optional<Party> party = visit.parameters().given("id").flatMap(text -> visit.as(PartnerDirectory.class)
                .find(new PartyId(text)));
        Fields asNew = Fields.empty(visit.texts())
                .with("mapping", PartnerProfile.NONE.mapping())
                .with("minimumRemainingShelfLifeDays", 0);
        return FORM.shown(visit, party, known -> of(known, visit), asNew, List::of);
    }

    @Override
    public Answer change(Visit visit) {
        Fields fields = FORM.entered(visit);
        PartnerDirectory parties = visit.as(PartnerDirectory.class);
        return FORM.taken(
                visit,
                fields,
                read(fields, visit),
                party -> parties.find(party.id()),
                Party::id,
                party -> parties.save(List.of(party)),
                party -> of(party, visit),
                List::of);
    }

    private static Fields of(Party party, Visit visit) {
        return Fields.empty(visit.texts())
                .with("id", party.id())
                .with("name", party.name())
                .withAll("roles", party.roles().stream().map(PartyRole::code).toList())
                .with("gln", party.gln().map(Gln::value))
                .with("street", party.address().street())
                .with("city", party.address().city())
                .with("region", party.address().region())
                .with("postalCode", party.address().postalCode())
                .with("country", party.address().country())
                .with("email", party.email())
                .with("phone", party.phone())
                .with("ediAddress", party.profile().ediAddress())
                .with("mapping", party.profile().mapping())
                .with("minimumRemainingShelfLifeDays", party.profile().minimumRemainingShelfLifeDays());
    }

    private static Optional<Party> read(Fields fields, Visit visit) {
        Optional<PartyId> id = fields.needed("id", PartyId::new);
        Optional<String> name = fields.needed("name", text -> text);
        Set<PartyRole> roles = Arrays.stream(PartyRole.values())
                .filter(role -> fields.has("roles", role.code()))
                .collect(Collectors.toSet());
        if (roles.isEmpty()) {
            fields.wrong("roles", "FIELD_MISSING", visit.texts().lookup("form.no-role"));
        }
        Optional<Gln> gln = fields.given("gln", Gln::new);
        Optional<String> country = fields.given("country", PartyForm::country);
        Optional<EdiAddress> edi = fields.given("ediAddress", PartyForm::ediAddress);
        Optional<String> mapping = fields.needed("mapping", text -> text);
        Optional<PartnerProfile> profile = fields.needed(
                "minimumRemainingShelfLifeDays",
                text -> new PartnerProfile(edi, mapping.orElse(PartnerProfile.NONE.mapping()), Integer.parseInt(text)));
        return fields.areRight()
                ? Optional.of(new Party(
                        id.orElseThrow(),
                        name.orElseThrow(),
                        roles,
                        gln,
                        new PostalAddress(
                                fields.text("street"),
                                fields.text("city"),
                                fields.text("region"),
                                fields.text("postalCode"),
                                country.orElse("")),
                        fields.text("email"),
                        fields.text("phone"),
                        profile.orElseThrow()))
                : Optional.empty();
    }

    private static String country(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (!new TreeSet<>(Arrays.asList(Locale.getISOCountries())).contains(code)) {
            throw new IllegalArgumentException("no country has the code " + text + " (ISO 3166-1, such as DE)");
        }
        return code;
    }

    private static EdiAddress ediAddress(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("an EDI address is qualifier:id, such as ZZ:MILL, not " + text);
        }
        return new EdiAddress(parts[0], parts[1]);
    }
}
