package io.quittance.testkit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Changes of the parts of an archive and of its entries; the archive itself is well again afterwards. */
public final class Zip {

    private static final String[] NAMES = {
        "../../escaped.xml",
        "/absolute.xml",
        "xl/vbaProject.bin",
        "xl/externalLinks/externalLink1.xml",
        "xl/embeddings/x.bin",
        "x\u0000y"
    };

    /** One of them, mostly inside a part. */
    public static final Mutation ANY = (good, other, random) -> {
        try {
            Map<String, byte[]> parts = parts(good);
            return parts.isEmpty() ? good : zip(changed(parts, random));
        } catch (IOException | IllegalArgumentException broken) {
            // An earlier change made it no archive any more; it is mutated as bytes then.
            return Bytes.ANY.of(good, other, random);
        }
    };

    private Zip() {}

    private static Map<String, byte[]> parts(byte[] zip) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readNBytes(Mutation.LONGEST));
            }
        }
        return parts;
    }

    private static Map<String, byte[]> changed(Map<String, byte[]> parts, Random random) {
        List<String> names = new ArrayList<>(parts.keySet());
        String name = names.get(random.nextInt(names.size()));
        byte[] part = parts.getOrDefault(name, new byte[0]);
        switch (random.nextInt(10)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(NAMES[random.nextInt(NAMES.length)], part);
            case 2 -> parts.put(name, parts.getOrDefault(names.get(random.nextInt(names.size())), part));
            case 3 -> parts.put(name, "x".repeat(random.nextInt(100)).getBytes(UTF_8));
            case 4 -> parts.put(name, Tokens.ANY.of(part, part, random));
            default -> parts.put(name, Xml.ANY.several(part, part, random));
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
