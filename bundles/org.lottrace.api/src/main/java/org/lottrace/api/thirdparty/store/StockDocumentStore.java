package org.lottrace.api.thirdparty.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Third-party warehouses and the documents between us and them. Documents are only ever added, but for what they booked. */
@ProviderType
public interface StockDocumentStore {
    /** Inserts the warehouse, or replaces the one of the site. */
    @Writes
    void save(ThirdPartyWarehouse warehouse);

    /** @return the warehouse at that site, or empty */
    Optional<ThirdPartyWarehouse> warehouse(SiteId site);

    /** @return all of them, by site; a company has a handful */
    List<ThirdPartyWarehouse> warehouses();

    /** Inserts the document, or replaces the one at its position. */
    @Writes
    void save(KeptDocument document);

    /** @return the document of that kind and number, or empty */
    Optional<KeptDocument> find(SiteId warehouse, StockDocumentKind kind, String number);

    /** @return the documents of that kind that are about one of those numbers, the first recorded first */
    List<KeptDocument> about(SiteId warehouse, StockDocumentKind kind, Collection<String> numbers);

    /**
     * @param before only those before that position
     * @return at most {@code limit} documents of that kind, the newest first
     */
    List<KeptDocument> newest(SiteId warehouse, StockDocumentKind kind, long before, int limit);
}
