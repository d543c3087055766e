/* Copies a CSV file without quotes into a sheet in constant memory, text as text and numbers as numbers. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static int is_number(const char *text) {
    char *end;
    if (!isdigit((unsigned char)*text) && *text != '-') return 0;
    strtod(text, &end);
    return *end == 0;
}

int main(int argc, char **argv) {
    if (argc != 3) return 64;
    FILE *input = fopen(argv[1], "r");
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *book = workbook_new_opt(argv[2], &options);
    if (!input || !book) return 66;
    lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
    char *line = NULL;
    size_t size = 0;
    int row = 0;
    while (getline(&line, &size, input) > 0) {
        line[strcspn(line, "\n")] = 0;
        char *rest = line, *field;
        for (int column = 0; (field = strsep(&rest, ",")) != NULL; column++) {
            if (!*field) continue;
            if (is_number(field)) worksheet_write_number(sheet, row, column, atof(field), NULL);
            else worksheet_write_string(sheet, row, column, field, NULL);
        }
        row++;
    }
    return workbook_close(book);
}
