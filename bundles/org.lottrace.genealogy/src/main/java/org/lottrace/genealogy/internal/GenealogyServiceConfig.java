package org.lottrace.genealogy.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "LotTrace genealogy", description = "The graph of all lots in memory")
@interface GenealogyServiceConfig {
    @AttributeDefinition(
            description =
                    "Folder in which the graph is saved, so that a start need not read the whole ledger; nothing else"
                            + " writes there. Empty: it is not saved")
    String snapshot_folder() default "";
}
