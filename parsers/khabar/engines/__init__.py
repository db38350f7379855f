"""khabar as a block of engines that others have built: datatrove's pipelines; Arrow's types for Ray, Spark, Parquet.

Nothing in khabar imports from here, and each module needs a library that khabar itself does not.
"""
