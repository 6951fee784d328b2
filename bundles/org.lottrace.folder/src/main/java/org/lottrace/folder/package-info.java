/**
 * One folder into which others drop files, for every subject that takes files: {@link WatchedFolder} finds them, a
 * {@link FileHandler} knows what they mean.
 */
@Export
@Version("1.2.0")
package org.lottrace.folder;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
