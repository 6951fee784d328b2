package org.lottrace.api.overview;

import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/** What a person who comes to work wants to know first. */
@ProviderType
public interface Overview {
    /**
     * Counts what is at hand now, with a fixed number of questions to the database, none of which grows with the length of
     * history. Values of money are not in it. Joins the caller's unit of work or opens one.
     */
    @Operation(name = "overview.today")
    TodayFigures today();
}
