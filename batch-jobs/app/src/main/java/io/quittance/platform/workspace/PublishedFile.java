package io.quittance.platform.workspace;

import java.nio.file.Path;

/**
 * A file that is wholly there under its final name.
 *
 * @param sha256 of its bytes, lower case hexadecimal
 * @param bytes its length
 * @param adopted whether it was there already, with the same content: an earlier try got that far
 */
public record PublishedFile(Path path, String sha256, long bytes, boolean adopted) {}
