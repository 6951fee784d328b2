/**
 * Who may create, number, split or re-date lots of which items at which site. Start with {@link org.lottrace.api.right.LotRights}.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.right;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
