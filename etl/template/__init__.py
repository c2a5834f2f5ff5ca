"""The workbook that people fill in, made from the contract."""
