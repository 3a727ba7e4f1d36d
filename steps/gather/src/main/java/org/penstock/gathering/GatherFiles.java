package org.penstock.gathering;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.artifact.CanonicalJson;
import org.penstock.gather.Answer;
import org.penstock.gather.GatherProject;
import org.penstock.gather.Gathered;
import org.penstock.gather.Missing;
import org.penstock.gather.VendorAddress;
import org.penstock.row.RowSchema;
import org.penstock.row.TableSchema;
import org.penstock.step.StepContext;
import org.penstock.table.ParquetRows;
import org.penstock.table.RowWriter;

/** Writes the files of the step: equal answers give equal bytes. */
final class GatherFiles<L extends Record, A extends Record> {

  private final StepContext context;
  private final GatherProject<?, L, A> project;
  private final AnswerReader<A> reader;
  private final Wanted<L> wanted;

  GatherFiles(
      StepContext context,
      GatherProject<?, L, A> project,
      AnswerReader<A> reader,
      Wanted<L> wanted) {
    this.context = requireNonNull(context, "context");
    this.project = requireNonNull(project, "project");
    this.reader = requireNonNull(reader, "reader");
    this.wanted = requireNonNull(wanted, "wanted");
  }

  GatherReport write(Gathered gathered, VendorAddress vendor) throws IOException {
    Path lines = context.newFile("answers.jsonl");
    Path table = context.newFile("answers.parquet");
    Path missingFile = context.newFile("missing.json");
    Path page = context.newFile("report.html");
    List<Missing> missing = missing(gathered);
    long rows = write(gathered, lines, table);
    Files.write(
        missingFile,
        CanonicalJson.write(
            Map.of("format-version", 1, "missing", missing.stream().map(this::tree).toList())));
    Verdict verdict = Verdict.of(gathered, missing, context.settings().gathering().budget().zone());
    Files.writeString(
        page,
        new GatherPage(context.settings().gathering(), gathered, missing, wanted.rowsOf(), verdict)
            .html(vendor));
    return new GatherReport(
        lines, table, missingFile, page, rows, verdict.sentence(), missing.size(), gathered);
  }

  private Map<String, Object> tree(Missing missing) {
    return Map.of(
        "key", missing.key(),
        "name", missing.name(),
        "kind", missing.kind(),
        "expected", missing.expected(),
        "rows", wanted.rowsOf().get(missing.key()));
  }

  /** What is missed comes before what is not expected, each by key. */
  private List<Missing> missing(Gathered gathered) {
    List<Missing> missing = new ArrayList<>();
    for (boolean expected : new boolean[] {false, true}) {
      gathered.answers().values().stream()
          .filter(answer -> answer.body().isEmpty())
          .map(answer ->
              project.missing(answer.key(), Optional.ofNullable(wanted.listed().get(answer.key()))))
          .filter(it -> it.expected() == expected)
          .forEach(missing::add);
    }
    return missing;
  }

  private long write(Gathered gathered, Path lines, Path table) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long rows = 0;
    try (RowWriter<A> writer =
        ParquetRows.write(table, TableSchema.of(RowSchema.of(project.answerType())))) {
      for (Answer answer : gathered.answers().values()) {
        if (answer.body().isPresent()) {
          String body = answer.body().get();
          bytes.write(CanonicalJson.write(reader.json(body)));
          bytes.write('\n');
          writer.write(reader.answer(answer.key(), body));
          rows++;
        }
      }
    }
    Files.write(lines, bytes.toByteArray());
    return rows;
  }
}
