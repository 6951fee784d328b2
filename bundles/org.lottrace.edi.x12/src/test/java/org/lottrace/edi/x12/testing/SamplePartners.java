package org.lottrace.edi.x12.testing;

import static org.lottrace.api.fixture.PartyBuilder.aParty;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.rules.Examiner;
import org.lottrace.edi.x12.internal.rules.OwnAddresses;
import org.lottrace.edi.x12.internal.schema.SchemaFolder;
import org.lottrace.edi.x12.internal.syntax.FileLimits;

/** The partners that send the files of edi-mappings/samples. */
public final class SamplePartners implements PartnerDirectory {
    public static final Path MAPPINGS = Path.of("../../edi-mappings");

    private static final List<Party> PARTIES = List.of(
            aParty("BAKERY")
                    .as(PartyRole.COMPANY)
                    .exchangingAs("ZZ", "LOTTRACE")
                    .build(),
            aParty("ACME").exchangingAs("ZZ", "ACME").build(),
            aParty("NORDHEFE")
                    .exchangingAs("ZZ", "NORDHEFE")
                    .mappedBy("lot-in-ref")
                    .build(),
            aParty("DELTAPACK")
                    .exchangingAs("ZZ", "DELTAPACK")
                    .mappedBy("lot-by-position")
                    .build(),
            aParty("FRESHCO")
                    .exchangingAs("ZZ", "FRESHCO")
                    .mappedBy("batch-level")
                    .build(),
            aParty("WAKEFERN")
                    .exchangingAs("ZZ", "WAKEFERN")
                    .mappedBy("wakefern")
                    .build(),
            aParty("WMPERISH")
                    .exchangingAs("ZZ", "WMPERISH")
                    .mappedBy("walmart-perishable")
                    .build(),
            aParty("WMGOODS")
                    .exchangingAs("ZZ", "WMGOODS")
                    .mappedBy("walmart-goods-for-resale")
                    .build(),
            aParty("KROGER").exchangingAs("ZZ", "KROGER").mappedBy("kroger").build(),
            aParty("AMAZON").exchangingAs("ZZ", "AMAZON").mappedBy("amazon").build(),
            aParty("WHOLESALER")
                    .exchangingAs("ZZ", "WHOLESALER")
                    .mappedBy("dscsa-wholesaler")
                    .build(),
            aParty("GROWER")
                    .exchangingAs("ZZ", "GROWER")
                    .mappedBy("pti-produce")
                    .build(),
            aParty("FOODDIST")
                    .exchangingAs("ZZ", "FOODDIST")
                    .mappedBy("us-food-distributor")
                    .build(),
            aParty("RETAIL")
                    .exchangingAs("14", "4012345000108")
                    .mappedBy("eancom-retail")
                    .build(),
            aParty("CORNERMILL")
                    .exchangingAs("ZZ", "CORNERMILL")
                    .mappedBy("lots-at-receipt")
                    .build(),
            aParty("SMALLMILL")
                    .exchangingAs("ZZ", "SMALLMILL")
                    .mappedBy("lenient")
                    .build());

    /** @return an examiner of the real schemas for these partners */
    public static Examiner examiner() {
        SamplePartners partners = new SamplePartners();
        return new Examiner(
                partners,
                new SchemaFolder(MAPPINGS),
                new OwnAddresses(partners, Optional.empty()),
                new FileLimits(1024 * 1024));
    }

    private final List<Party> parties = new ArrayList<>(PARTIES);

    @Override
    public List<Violation> save(List<Party> more) {
        parties.addAll(more);
        return List.of();
    }

    @Override
    public Optional<Party> find(PartyId id) {
        return parties.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Party> find(EdiAddress address) {
        return parties.stream()
                .filter(p -> p.profile().ediAddress().equals(Optional.of(address)))
                .findFirst();
    }

    @Override
    public List<Party> all() {
        return List.copyOf(parties);
    }
}
